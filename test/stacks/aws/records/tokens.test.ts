import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { encodeItem } from '../../../../src/stacks/aws/records/item.ts';
import { tokenKey } from '../../../../src/stacks/aws/records/keys.ts';
import { dynamoTokens } from '../../../../src/stacks/aws/records/tokens.ts';
import { sampleToken } from '../../../tracking/tokens/sample-token.ts';
import { fault } from '../sample-fault.ts';
import { refusal, sampleTable } from './sample-table.ts';

describe('dynamoTokens', () => {
  it('reads what stands now: a token that was just revoked is not read as if it was not', async () => {
    const table = sampleTable();
    const client = mockClient(table.client).on(GetItemCommand).resolves({});

    await expect(dynamoTokens(table).get('0123456789ab')).resolves.toBeUndefined();

    expect(client.commandCalls(GetItemCommand)[0]!.args[0].input).toMatchObject({ ConsistentRead: true });
  });

  it('answers false when the token moved on', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(refusal());

    await expect(dynamoTokens(table).replace(sampleToken())).resolves.toBe(false);
  });

  it.each([
    ['its own change, whose first answer was lost', sampleToken({ sequence: 2, rotatedAtMs: 5 }), true],
    ["somebody else's change", sampleToken({ sequence: 2, rotatedAtMs: 6 }), false],
  ])('holds a refusal against %s', async (_what, standing, replaced) => {
    const table = sampleTable();
    mockClient(table.client)
      .on(PutItemCommand)
      .rejects(refusal(encodeItem(tokenKey(standing.id), standing)));

    const answer = dynamoTokens(table).replace(sampleToken({ sequence: 2, rotatedAtMs: 5 }));

    await expect(answer).resolves.toBe(replaced);
  });

  it('does not take a throttled change for a token that moved on', async () => {
    const table = sampleTable();
    mockClient(table.client).on(PutItemCommand).rejects(fault('ThrottlingException'));

    const changed = dynamoTokens(table).replace(sampleToken({ sequence: 2 }));

    await expect(changed).rejects.toMatchObject({ code: 'records.unavailable' });
  });
});
