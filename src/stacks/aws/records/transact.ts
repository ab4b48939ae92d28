import {
  TransactionCanceledException,
  TransactWriteItemsCommand,
  type TransactWriteItem,
} from '@aws-sdk/client-dynamodb';
import { encodeFields } from './attribute-value.ts';
import { conditionInput, type Condition } from './condition.ts';
import { throwDynamoFault } from './dynamo-fault.ts';
import type { Item } from './item.ts';
import type { Key } from './keys.ts';
import type { Table } from './table.ts';

/** One write of a transaction, or a check of an item that it does not write. */
export type Action =
  | { readonly put: Item; readonly condition?: Condition }
  | { readonly check: Key; readonly condition: Condition };

/** What became of a transaction; `refused` are the places of the actions whose condition did not hold. */
type Transacted =
  | { readonly state: 'written' }
  | { readonly state: 'refused'; readonly refused: ReadonlySet<number> }
  | { readonly state: 'collided' };

/** Reasons of a cancellation that another attempt can do away with. */
const collisions = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** Does all of the actions or none. */
export async function transact(table: Table, actions: readonly Action[]): Promise<Transacted> {
  const command = new TransactWriteItemsCommand({ TransactItems: actions.map((action) => toItem(table, action)) });
  try {
    await table.client.send(command);
    return { state: 'written' };
  } catch (error) {
    if (error instanceof TransactionCanceledException) return cancellation(error);
    return throwDynamoFault(error);
  }
}

function cancellation(error: TransactionCanceledException): Transacted {
  const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
  const refused = codes.flatMap((code, place) => (code === 'ConditionalCheckFailed' ? [place] : []));
  if (refused.length > 0) return { state: 'refused', refused: new Set(refused) };
  if (codes.some((code) => collisions.has(code))) return { state: 'collided' };
  throw error;
}

function toItem({ name: TableName }: Table, action: Action): TransactWriteItem {
  if ('check' in action) {
    return { ConditionCheck: { TableName, Key: encodeFields(action.check), ...conditionInput(action.condition) } };
  }
  return { Put: { TableName, Item: action.put, ...(action.condition && conditionInput(action.condition)) } };
}
