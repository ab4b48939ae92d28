import {
  BatchWriteItemCommand,
  ConditionalCheckFailedException,
  DeleteItemCommand,
  PutItemCommand,
  UpdateItemCommand,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb';
import { encodeFields } from './attribute-value.ts';
import { conditionInput, type Condition } from './condition.ts';
import { throwDynamoFault } from './dynamo-fault.ts';
import { inGroups } from './groups.ts';
import type { Item } from './item.ts';
import type { Key } from './keys.ts';
import { untilAnswered, type Table } from './table.ts';

/** What became of a conditional write: the item it left, or the one that stands against it (none: undefined). */
type Outcome =
  | { readonly state: 'written'; readonly item: Item }
  | { readonly state: 'refused'; readonly standing: Item | undefined };

const itemsARequest = 25;

/** Puts an item, whatever stands at its key. */
export async function putItem(table: Table, item: Item): Promise<void> {
  await table.client.send(new PutItemCommand({ TableName: table.name, Item: item })).catch(throwDynamoFault);
}

/** Puts an item if the condition holds of what stands at its key. */
export async function putItemIf(table: Table, item: Item, condition: Condition): Promise<Outcome> {
  const command = new PutItemCommand({
    TableName: table.name,
    Item: item,
    ...conditionInput(condition),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return outcome(table.client.send(command).then(() => item));
}

/** Sets fields of an item if the condition holds of it. */
export async function setFieldsIf(table: Table, key: Key, fields: object, condition: Condition): Promise<Outcome> {
  const set = settingOf(fields);
  const conditional = conditionInput(condition);
  const command = new UpdateItemCommand({
    TableName: table.name,
    Key: encodeFields(key),
    UpdateExpression: set.expression,
    ConditionExpression: conditional.ConditionExpression,
    ExpressionAttributeNames: { ...set.names, ...conditional.ExpressionAttributeNames },
    ExpressionAttributeValues: { ...set.values, ...conditional.ExpressionAttributeValues },
    ReturnValues: 'ALL_NEW',
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  });
  return outcome(table.client.send(command).then(({ Attributes }) => Attributes ?? {}));
}

/** Removes the item at a key, if there is one. */
export async function deleteItem(table: Table, key: Key): Promise<void> {
  const command = new DeleteItemCommand({ TableName: table.name, Key: encodeFields(key) });
  await table.client.send(command).catch(throwDynamoFault);
}

/** Puts items of different keys, whatever stands there; those before a fault stay written. */
export async function putItems(table: Table, items: readonly Item[]): Promise<void> {
  const requests = items.map((Item) => ({ PutRequest: { Item } }));
  for (const group of inGroups(requests, itemsARequest)) await writeGroup(table, group);
}

/** Removes the items at different keys, those that are there; those before a fault stay removed. */
export async function deleteItems(table: Table, keys: readonly Key[]): Promise<void> {
  const requests = keys.map((key) => ({ DeleteRequest: { Key: encodeFields(key) } }));
  for (const group of inGroups(requests, itemsARequest)) await writeGroup(table, group);
}

async function writeGroup(table: Table, group: WriteRequest[]): Promise<void> {
  let wanted = group;
  await untilAnswered(table, async () => {
    const command = new BatchWriteItemCommand({ RequestItems: { [table.name]: wanted } });
    const { UnprocessedItems } = await table.client.send(command).catch(throwDynamoFault);
    wanted = UnprocessedItems?.[table.name] ?? [];
    return wanted.length === 0 ? 'written' : undefined;
  });
}

function settingOf(fields: object): { expression: string; names: Record<string, string>; values: Item } {
  const attributes = Object.entries(encodeFields(fields));
  return {
    expression: `SET ${attributes.map(([name]) => `#set_${name} = :set_${name}`).join(', ')}`,
    names: Object.fromEntries(attributes.map(([name]) => [`#set_${name}`, name])),
    values: Object.fromEntries(attributes.map(([name, value]) => [`:set_${name}`, value])),
  };
}

async function outcome(written: Promise<Item>): Promise<Outcome> {
  try {
    return { state: 'written', item: await written };
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return { state: 'refused', standing: error.Item };
    return throwDynamoFault(error);
  }
}
