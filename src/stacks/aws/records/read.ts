import { BatchGetItemCommand, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { encodeFields } from './attribute-value.ts';
import { throwDynamoFault } from './dynamo-fault.ts';
import { inGroups } from './groups.ts';
import type { Item } from './item.ts';
import type { Key } from './keys.ts';
import { untilAnswered, type Table } from './table.ts';

const keysARequest = 100;

/** The item at a key; strongly consistent. */
export async function getItem(table: Table, key: Key): Promise<Item | undefined> {
  const command = new GetItemCommand({ TableName: table.name, Key: encodeFields(key), ConsistentRead: true });
  const { Item: item } = await table.client.send(command).catch(throwDynamoFault);
  return item;
}

/** The items there are at these different keys, in no order; strongly consistent. */
export async function getItems(table: Table, keys: readonly Key[]): Promise<Item[]> {
  const groups: Item[][] = [];
  for (const group of inGroups(keys, keysARequest)) groups.push(await getGroup(table, group.map(encodeFields)));
  return groups.flat();
}

async function getGroup(table: Table, keys: Item[]): Promise<Item[]> {
  const items: Item[] = [];
  let wanted = keys;
  return untilAnswered(table, async () => {
    const RequestItems = { [table.name]: { Keys: wanted, ConsistentRead: true } };
    const answer = await table.client.send(new BatchGetItemCommand({ RequestItems })).catch(throwDynamoFault);
    items.push(...(answer.Responses?.[table.name] ?? []));
    wanted = answer.UnprocessedKeys?.[table.name]?.Keys ?? [];
    return wanted.length === 0 ? items : undefined;
  });
}
