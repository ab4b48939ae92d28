import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ExecutionEvent } from '../../../../src/stacks/aws/orchestrator/execution-event.ts';
import { recordUnbegun } from '../../../../src/stacks/aws/orchestrator/record-unbegun.ts';
import { openSqliteRecords } from '../../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../../src/tracking/record-store.ts';

const event: ExecutionEvent = {
  name: 'a'.repeat(32),
  status: 'FAILED',
  stateMachineArn: 'arn:aws:states:eu-west-1:123456789012:stateMachine:sluice-orders',
  startDate: 5,
  stopDate: 9,
};

let records: RecordStore;
beforeEach(() => {
  records = openSqliteRecords(':memory:');
});
afterEach(() => records.close());

const recorded = (input?: string | null) =>
  recordUnbegun({ records, stack: 'aws', service: 'sluice' }, input === undefined ? event : { ...event, input });

describe('recordUnbegun', () => {
  it('records the run by what its execution was asked for', async () => {
    const asked = { parameters: { size: 3 }, useCache: false, trigger: { kind: 'schedule', rule: 'nightly' } };

    const run = await recorded(JSON.stringify(asked));

    expect(run).toMatchObject({ id: event.name, pipeline: 'orders', stack: 'aws', startedAtMs: 5, ...asked, plan: [] });
    expect(await records.runs.get(event.name)).toEqual(run);
  });

  it.each([undefined, null, '{}', '{"parameters":5}', '[]'])(
    'takes it for started by hand where it was %s',
    async (input) => {
      expect(await recorded(input)).toMatchObject({ parameters: {}, useCache: true, trigger: { kind: 'console' } });
    },
  );

  it('leaves a record that is there', async () => {
    const first = await recorded('{"parameters":{"size":3}}');
    expect(await recorded('{}')).toEqual(first);
  });
});
