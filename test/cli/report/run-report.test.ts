import { describe, expect, it } from 'vitest';
import { runReport, type RunFacts } from '../../../src/cli/report/run-report.ts';
import { runOf, stepOf } from '../records.ts';

const artifact = { type: 'table', key: 'artifacts/orders/ingest/rows/ff', sha256: 'ff', sizeBytes: 1 } as const;

function report(changes: Partial<RunFacts> = {}) {
  const data = { metrics: {}, parameters: {}, tags: {} };
  return runReport({ run: runOf(), steps: [], data, verdict: undefined, uri: (key) => `file:///${key}`, ...changes });
}

describe('runReport', () => {
  it('tells the run, its outputs, metrics, verdict and release in one document', () => {
    const point = { key: 'mse', value: 0.5, step: 0, timestampMs: 1 };
    const release = { model: 'm', version: 3, alias: 'champion' };
    const result = report({
      steps: [stepOf({ outputs: { artifacts: { rows: artifact }, scalars: {} }, released: release })],
      data: { metrics: { mse: point }, parameters: {}, tags: {} },
      verdict: { passed: true, rules: [{ rule: 'mse ≤ 2', value: 0.5, limit: 2, passed: true, reason: 'dropped' }] },
    });

    expect(result).toEqual({
      run: {
        id: 'a'.repeat(32),
        pipeline: 'orders',
        status: 'completed',
        stack: 'local',
        durationMs: 2_500,
        source: null,
      },
      steps: [
        {
          name: 'ingest',
          status: 'completed',
          attempts: 1,
          durationMs: 200,
          outputs: { rows: { type: 'table', uri: `file:///${artifact.key}`, sha256: 'ff' } },
        },
        { name: 'train', status: 'skipped', attempts: 0, durationMs: 0, outputs: {} },
      ],
      metrics: { mse: 0.5 },
      verdict: { passed: true, rules: [{ rule: 'mse ≤ 2', value: 0.5, limit: 2, passed: true }] },
      release,
    });
  });

  it('has the error of a run that did not complete', () => {
    const error = { code: 'data.csv-empty', message: 'the file is empty', mend: 'give another' } as const;
    expect(report({ run: runOf({ status: 'failed', error }) }).error).toEqual(error);
    expect(report()).not.toHaveProperty('error');
  });

  it('has null for what a run did not make', () => {
    expect(report()).toMatchObject({ metrics: {}, verdict: null, release: null });
  });

  it('counts attempts from one', () => {
    expect(report({ steps: [stepOf({ attempt: 2 })] }).steps[0]?.attempts).toBe(3);
  });

  it('calls a step failed that was running when its run ended', () => {
    const steps = [stepOf({ status: 'running' })];
    expect(report({ steps, run: runOf({ status: 'interrupted' }) }).steps[0]?.status).toBe('failed');
    expect(report({ steps, run: runOf({ status: 'running' }) }).steps[0]?.status).toBe('running');
  });

  it('gathers the records of a mapped step, keeping each output by its index', () => {
    const outputs = { artifacts: { rows: artifact }, scalars: {} };
    const steps = [
      stepOf({ key: 'ingest@days#0', status: 'cached', outputs }),
      stepOf({ key: 'ingest@days#1', startedAtMs: 1_100, endedAtMs: 1_900, outputs }),
    ];
    const [ingest] = report({ steps }).steps;
    expect(ingest).toMatchObject({ status: 'completed', durationMs: 900 });
    expect(Object.keys(ingest!.outputs)).toEqual(['rows@days#0', 'rows@days#1']);
  });
});
