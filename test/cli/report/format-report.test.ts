import { describe, expect, it } from 'vitest';
import { formatMetrics } from '../../../src/cli/report/format-metrics.ts';
import { formatReport, formatSteps } from '../../../src/cli/report/format-report.ts';
import { runReport } from '../../../src/cli/report/run-report.ts';
import { runOf, stepOf } from '../records.ts';

const verdict = {
  passed: false,
  rules: [
    { rule: 'mse ≤ 2', value: 3, limit: 2, passed: false },
    { rule: 'mse ≤ champion', value: 3, limit: null, passed: true, reason: 'no champion yet' },
  ],
};
const data = { metrics: {}, parameters: {}, tags: {} };
const report = runReport({ run: runOf(), steps: [stepOf({ attempt: 1 })], data, verdict, uri: String });

describe('formatReport', () => {
  it('tells the verdict rule by rule with its reasons, and that nothing was released', () => {
    const text = formatReport({ report, verdict });
    expect(text).toContain('verdict: refused\n  ✗ mse ≤ 2  (3 against 2)');
    expect(text).toContain('✓ mse ≤ champion  (3; no champion yet)');
    expect(text).toContain('not released: the gate refused the model');
  });

  it.each([
    [{}, 'released m version 3 as champion'],
    [{ unchanged: true } as const, 'm version 3 is this model, and stays champion'],
  ])('tells what was released, and whether it served already: %j', (more, line) => {
    const release = { model: 'm', version: 3, alias: 'champion', ...more };

    expect(formatReport({ report: { ...report, release }, verdict })).toContain(line);
  });
});

describe('formatSteps', () => {
  it('has a line a step', () => {
    expect(formatSteps(report).split('\n')).toEqual([
      '  ingest  completed    200 ms  2 attempts',
      '  train   skipped        0 ms',
      '',
    ]);
  });

  it('gives no duration of what has not ended', () => {
    const run = runOf({ status: 'running' });
    const running = runReport({ run, steps: [stepOf({ status: 'running' })], data, verdict, uri: String });

    expect(formatSteps(running)).toBe('  ingest  running\n  train   waiting\n');
  });
});

describe('formatMetrics', () => {
  it('puts a metric beside its baseline', () => {
    expect(formatMetrics({ mse: 1.5, 'baseline.mse': 2 })).toMatch(/metric +model +baseline\n +mse +1\.5 +2$/);
  });

  it('leaves the baseline out where there is none', () => {
    expect(formatMetrics({ mse: 1 })).not.toContain('baseline');
  });
});
