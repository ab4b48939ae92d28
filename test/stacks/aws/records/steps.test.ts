import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { stepKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoSteps } from '../../../../src/stacks/aws/records/steps.ts';
import type { StepRecord } from '../../../../src/tracking/step-record.ts';
import { completed, stepSample } from '../../../conformance/record-store/samples.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

const begun = stepSample();
const itemOf = (record: StepRecord) => encodeItem(stepKey(record.run, record.key), record);

describe('dynamoSteps', () => {
  it('answers the record that supersedes, without another read', async () => {
    const table = sampleTable();
    const later = { ...begun, attempt: 3 };
    const client = mockClient(table.client);
    client.on(PutItemCommand).rejects(refusal(itemOf(later)));
    await expect(dynamoSteps(table).begin(begun)).resolves.toEqual({ state: 'superseded', by: later });
    expect(client.commandCalls(GetItemCommand)).toHaveLength(0);
  });

  it.each([
    ['its own record, whose first answer was lost', completed(begun), true],
    ['the record of a later attempt', { ...begun, attempt: 1 }, false],
  ])('is refused the commit by %s', async (_what, standing, committed) => {
    const table = sampleTable();
    mockClient(table.client)
      .on(PutItemCommand)
      .rejects(refusal(itemOf(standing)));
    await expect(dynamoSteps(table).commit(completed(begun))).resolves.toBe(committed);
  });

  it('is refused the commit when nothing stands', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(refusal());
    await expect(dynamoSteps(table).commit(completed(begun))).resolves.toBe(false);
  });

  it('does not take a throttled commit for one refused', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('ThrottlingException'));
    const committed = dynamoSteps(table).commit(completed(begun));
    await expect(committed).rejects.toMatchObject({ code: 'records.unavailable', transient: true });
  });

  it('refuses a record that is too large and says how to mend it', async () => {
    const table = sampleTable();
    const scalars = Object.fromEntries(Array.from({ length: 500 }, (_none, index) => [`s${index}`, 'x'.repeat(1000)]));
    const committed = dynamoSteps(table).commit({ ...begun, outputs: { artifacts: {}, scalars } });
    await expect(committed).rejects.toMatchObject({
      code: 'records.item-too-large',
      facts: { mend: expect.stringContaining('artifact') },
    });
  });
});
