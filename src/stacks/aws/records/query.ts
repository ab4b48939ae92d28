import { QueryCommand, type QueryCommandInput } from '@aws-sdk/client-dynamodb';
import { encodeFields } from './attribute-value.ts';
import { throwDynamoFault } from './dynamo-fault.ts';
import type { Item } from './item.ts';
import { tableSchema } from './table-schema.ts';
import type { Table } from './table.ts';

/** Part of a partition, by sort key. */
type Range =
  | { readonly startsWith: string }
  | { readonly above: string }
  | { readonly from: string; readonly to: string };

interface Query {
  readonly partition: string;
  /** All of the partition unless given. */
  readonly range?: Range | undefined;
  readonly order?: 'ascending' | 'descending';
  /** At most this many items; all unless given. */
  readonly rows?: number;
}

/** The items of a partition of the table, in order; strongly consistent. */
export function queryTable(table: Table, query: Query): Promise<Item[]> {
  return followPages(table, query, { ...condition(query, tableSchema), ConsistentRead: true });
}

/** The keys in a partition of the index, in order; eventually consistent. */
export function queryIndex(table: Table, query: Query): Promise<Item[]> {
  const { index } = tableSchema;
  return followPages(table, query, { ...condition(query, index), IndexName: index.name });
}

type PageInput = Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey' | 'Limit'>;

/** DynamoDB ends a page at 1 MB, whatever the limit. */
async function followPages(table: Table, query: Query, input: PageInput): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: Item | undefined;
  do {
    const Limit = query.rows === undefined ? undefined : query.rows - items.length;
    const command = new QueryCommand({ ...input, TableName: table.name, ExclusiveStartKey, Limit });
    const page = await table.client.send(command).catch(throwDynamoFault);
    items.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey && items.length !== query.rows);
  return items;
}

function condition(
  { partition, range, order }: Query,
  keys: { readonly partitionKey: string; readonly sortKey: string },
): PageInput {
  const part = range && rangeCondition(range);
  return {
    KeyConditionExpression: part ? `#partition = :partition AND ${part.expression}` : '#partition = :partition',
    ExpressionAttributeNames: { '#partition': keys.partitionKey, ...(part && { '#sort': keys.sortKey }) },
    ExpressionAttributeValues: encodeFields({ ':partition': partition, ...part?.values }),
    ScanIndexForward: order !== 'descending',
  };
}

function rangeCondition(range: Range): {
  readonly expression: string;
  readonly values: Readonly<Record<string, string>>;
} {
  if ('startsWith' in range) {
    return { expression: 'begins_with(#sort, :prefix)', values: { ':prefix': range.startsWith } };
  }
  if ('above' in range) return { expression: '#sort > :above', values: { ':above': range.above } };
  return { expression: '#sort BETWEEN :from AND :to', values: { ':from': range.from, ':to': range.to } };
}
