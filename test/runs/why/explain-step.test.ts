import { beforeEach, describe, expect, it } from 'vitest';
import { explainStep } from '../../../src/runs/why/explain-step.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import type { StepRecord } from '../../../src/tracking/step-record.ts';
import { runOf, stepOf } from '../../cli/records.ts';

const parts = { code: 'c1', parameters: { l2: '1' }, inputs: { rows: 'a'.repeat(64) } };

describe('explainStep', () => {
  let records: RecordStore;
  beforeEach(() => {
    records = openSqliteRecords(':memory:');
    return () => records.close();
  });

  async function addRun(digit: string, startedAtMs: number, step: Partial<StepRecord> = {}): Promise<RunRecord> {
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    const run = runOf({ id: digit.repeat(32), experimentId, startedAtMs });
    await records.runs.create(run);
    const record = stepOf({ run: run.id, cacheKeyParts: parts, notReused: 'nothing-known', ...step });
    await records.steps.begin({ ...record, status: 'running' });
    await records.steps.commit(record);
    return run;
  }

  it('names what changed since the newest earlier run: code, parameters, inputs', async () => {
    await addRun('1', 1, { cacheKeyParts: { ...parts, code: 'c0' } });
    await addRun('2', 2);
    await addRun('4', 4);
    const changed = { code: 'c2', parameters: { l2: '10', fast: 'true' }, inputs: { rows: 'b'.repeat(64) } };
    const run = await addRun('3', 3, { cacheKeyParts: changed });

    expect(await explainStep(records, run, 'ingest')).toEqual({
      run: run.id,
      step: 'ingest',
      status: 'completed',
      notReused: 'nothing-known',
      reusedFrom: null,
      comparedWith: '2'.repeat(32),
      changes: [
        { part: 'code', name: 'ingest', before: 'c1', after: 'c2' },
        { part: 'parameter', name: 'l2', before: '1', after: '10' },
        { part: 'parameter', name: 'fast', before: null, after: 'true' },
        { part: 'input', name: 'rows', before: 'a'.repeat(64), after: 'b'.repeat(64) },
      ],
    });
  });

  it('names the run whose outputs were reused', async () => {
    const run = await addRun('1', 1, { status: 'cached', cachedFrom: 'f'.repeat(32) });
    expect(await explainStep(records, run, 'ingest')).toMatchObject({ status: 'cached', reusedFrom: 'f'.repeat(32) });
  });

  it('has nothing to compare a first run with', async () => {
    const run = await addRun('1', 1);
    expect(await explainStep(records, run, 'ingest')).toMatchObject({ comparedWith: null, changes: [] });
  });

  it.each([
    ['ingets', 'did you mean ingest?'],
    ['train', 'sluice show'],
  ])('refuses %s, which did not run', async (key, mend) => {
    const run = await addRun('1', 1);
    await expect(explainStep(records, run, key)).rejects.toMatchObject({
      code: 'step.not-run',
      facts: { mend: expect.stringContaining(mend) },
    });
  });
});
