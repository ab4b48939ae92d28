import { describe, expect, it } from 'vitest';
import { throwDynamoFault } from '../../../../src/stacks/aws/records/dynamo-fault.ts';
import { fault, thrownBy } from '../sample-fault.ts';

const thrownFor = (error: unknown) => () => throwDynamoFault(error);

describe('throwDynamoFault', () => {
  it.each([
    fault('ProvisionedThroughputExceededException'),
    fault('RequestLimitExceeded'),
    fault('ThrottlingException'),
    fault('TransactionInProgressException'),
    fault('TransactionConflictException'),
    fault('InternalServerError', 500),
    fault('UnknownError', 503),
    fault('TimeoutError'),
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:1'), { code: 'ECONNREFUSED' }),
  ])('says of %s that it passes, with what DynamoDB said', (error) => {
    expect(thrownFor(error)).toThrow(
      expect.objectContaining({
        code: 'records.unavailable',
        transient: true,
        cause: error,
        facts: expect.objectContaining({ seen: error.message }),
      }),
    );
  });

  it('says that there is no table', () => {
    expect(thrownFor(fault('ResourceNotFoundException'))).toThrow(
      expect.objectContaining({ code: 'records.no-table', transient: false }),
    );
  });

  it('leaves what is no matter of a table to what all services share', () => {
    expect(thrownFor(fault('AccessDeniedException'))).toThrow(
      expect.objectContaining({
        code: 'aws.denied',
        facts: expect.objectContaining({ seen: 'AccessDeniedException: AWS said AccessDeniedException (DynamoDB)' }),
      }),
    );
  });

  it.each([fault('ValidationException'), 'no error at all'])('throws on as it is: %s', (error) => {
    expect(thrownBy(thrownFor(error))).toBe(error);
  });
});
