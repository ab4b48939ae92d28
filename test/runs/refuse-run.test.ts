import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { refuseRun } from '../../src/runs/refuse-run.ts';
import { openSqliteRecords } from '../../src/stacks/local/records/open.ts';

describe('refuseRun', () => {
  it('leaves a failed run with what was asked and why it was refused', async () => {
    const records = openSqliteRecords(':memory:');
    const recorder = { manifest: { pipeline: 'orders', nodes: [] }, stack: 'aws', records, now: () => 5 };
    const request = { run: 'r1', parameters: { l2: -1 }, useCache: true, trigger: { kind: 'console' } } as const;

    await refuseRun(recorder, request, new SluiceError({ code: 'test.refused', message: 'no', mend: 'change it' }));

    expect(await records.runs.get('r1')).toMatchObject({
      status: 'failed',
      parameters: { l2: -1 },
      endedAtMs: 5,
      error: { code: 'test.refused', mend: 'change it' },
    });
  });
});
