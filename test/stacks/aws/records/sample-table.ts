import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import type { Item } from '../../../../src/stacks/aws/records/item.ts';
import type { Table } from '../../../../src/stacks/aws/records/table.ts';

/** A table whose client is to be mocked, and whose pauses are only counted. */
export function sampleTable(): Table & { readonly pauses: number[] } {
  const pauses: number[] = [];
  return {
    client: new DynamoDBClient({ region: 'us-east-1' }),
    name: 'records',
    pauses,
    pause: async (attempt) => {
      pauses.push(attempt);
    },
  };
}

/** What DynamoDB throws when a condition does not hold of the item that stands. */
export function refusal(standing?: Item): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({
    message: 'The conditional request failed',
    $metadata: { httpStatusCode: 400 },
    ...(standing && { Item: standing }),
  });
}

/** What DynamoDB throws when a transaction is cancelled for these reasons, one an action. */
export function cancellation(...codes: readonly string[]): TransactionCanceledException {
  return new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    $metadata: { httpStatusCode: 400 },
    CancellationReasons: codes.map((Code) => ({ Code })),
  });
}
