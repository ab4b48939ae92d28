import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineConcurrency } from '../../../../src/stacks/aws/examine/examine-concurrency.ts';
import { fault } from '../sample-fault.ts';

const client = new LambdaClient({ region: 'eu-west-1' });
const mock = mockClient(client);
const limits = (ConcurrentExecutions: number, UnreservedConcurrentExecutions = ConcurrentExecutions) =>
  mock
    .on(GetAccountSettingsCommand)
    .resolves({ AccountLimit: { ConcurrentExecutions, UnreservedConcurrentExecutions } });

beforeEach(() => void mock.reset());

describe('examineConcurrency', () => {
  it('tells how many functions may run at once', async () => {
    limits(1_000, 900);

    expect(await examineConcurrency(client)).toEqual({
      part: 'concurrency',
      state: 'good',
      says: '1000 functions at once, 100 of them reserved for some',
    });
  });

  it.each([
    [10, 10, 'only 10 functions at once: '],
    [1_000, 99, 'only 1000 functions at once, 901 of them reserved for some: '],
  ])('warns of few, as of a new account, and says how to get more: %i, %i', async (limit, free, says) => {
    limits(limit, free);

    expect(await examineConcurrency(client)).toMatchObject({
      state: 'warning',
      says: expect.stringContaining(says),
      mend: expect.stringContaining('--quota-code L-B99A9384'),
    });
  });

  it('tells what Lambda refuses to tell', async () => {
    mock.on(GetAccountSettingsCommand).rejects(fault('AccessDeniedException', 403));

    await expect(examineConcurrency(client)).rejects.toMatchObject({ code: 'aws.denied' });
  });
});
