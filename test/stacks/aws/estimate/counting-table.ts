import {
  type AttributeValue,
  BatchGetItemCommand,
  BatchWriteItemCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  TransactWriteItemsCommand,
  UpdateItemCommand,
} from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import type { Item } from '../../../../src/stacks/aws/records/item.ts';
import { itemSizeBytes } from '../../../../src/stacks/aws/records/item-size.ts';

/** What DynamoDB was asked, and what it would charge for (its developer guide: “on-demand mode”). */
export interface CountedRecords {
  records: number;
  readUnits: number;
  writeUnits: number;
}

/** A table in memory behind a client that counts; every condition of a write holds, as in a run that meets no other. */
export function countingTable(): { readonly client: DynamoDBClient; readonly counted: CountedRecords } {
  const client = new DynamoDBClient({ region: 'us-east-1' });
  const items = new Map<string, Item>();
  const counted: CountedRecords = { records: 0, readUnits: 0, writeUnits: 0 };
  const idOf = ({ pk, sk }: Item) => `${pk!.S} ${sk!.S}`;
  const put = (item: Item, factor = 1) => {
    const isNewEntry = item['gsk'] !== undefined && items.get(idOf(item))?.['gsk']?.S !== item['gsk'].S;
    counted.writeUnits += factor * unitsOf(item, 1_024) + (isNewEntry ? 1 : 0);
    items.set(idOf(item), item);
  };
  const get = (key: Item) => {
    const item = items.get(idOf(key));
    counted.readUnits += item ? unitsOf(item, 4_096) : 1;
    return item;
  };

  const mock = mockClient(client);
  const answer =
    <T>(work: (input: never) => T) =>
    async (input: unknown) => {
      counted.records += 1;

      return work(input as never);
    };
  mock.on(GetItemCommand).callsFake(answer(({ Key }: { Key: Item }) => ({ Item: get(Key) })));
  mock.on(PutItemCommand).callsFake(answer((input: { Item: Item }) => put(input.Item)));
  mock.on(UpdateItemCommand).callsFake(
    answer(
      (input: { Key: Item; ExpressionAttributeNames: Record<string, string>; ExpressionAttributeValues: Item }) => {
        const item = { ...input.Key, ...items.get(idOf(input.Key)), ...settingOf(input) };
        put(item);
        return { Attributes: item };
      },
    ),
  );
  mock.on(BatchGetItemCommand).callsFake(
    answer((input: { RequestItems: Record<string, { Keys: Item[] }> }) => {
      const [[table, { Keys }]] = Object.entries(input.RequestItems) as [[string, { Keys: Item[] }]];
      return { Responses: { [table]: Keys.map(get).filter((item) => item !== undefined) } };
    }),
  );
  mock.on(BatchWriteItemCommand).callsFake(
    answer((input: { RequestItems: Record<string, { PutRequest: { Item: Item } }[]> }) => {
      for (const { PutRequest } of Object.values(input.RequestItems).flat()) put(PutRequest.Item);
      return {};
    }),
  );
  mock.on(TransactWriteItemsCommand).callsFake(
    answer((input: { TransactItems: { Put?: { Item: Item } }[] }) => {
      for (const { Put } of input.TransactItems) if (Put) put(Put.Item, 2);
      counted.writeUnits += 2 * input.TransactItems.filter(({ Put }) => !Put).length;
    }),
  );
  mock.on(QueryCommand).callsFake(
    answer((input: { ExpressionAttributeValues: Item }) => {
      const { ':partition': partition, ':prefix': prefix } = input.ExpressionAttributeValues;
      const found = [...items.values()].filter(
        ({ pk, sk }) => pk!.S === partition!.S && sk!.S!.startsWith(prefix?.S ?? ''),
      );
      const sizeBytes = found.reduce((sum, item) => sum + itemSizeBytes(item), 0);
      counted.readUnits += Math.max(1, Math.ceil(sizeBytes / 4_096));
      return { Items: found };
    }),
  );
  return { client, counted };
}

function unitsOf(item: Item, unitBytes: number): number {
  return Math.max(1, Math.ceil(itemSizeBytes(item) / unitBytes));
}

/** The fields that `SET #set_x = :set_x` sets. */
function settingOf({
  ExpressionAttributeNames: names,
  ExpressionAttributeValues: values,
}: {
  readonly ExpressionAttributeNames: Record<string, string>;
  readonly ExpressionAttributeValues: Item;
}): Item {
  const set = Object.entries(names).filter(([alias]) => alias.startsWith('#set_'));
  return Object.fromEntries(
    set.map(([alias, name]): [string, AttributeValue] => [name, values[`:${alias.slice(1)}`]!]),
  );
}
