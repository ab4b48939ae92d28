import {
  CreateTableCommand,
  DeleteTableCommand,
  waitUntilTableExists,
  type DynamoDBClient,
  type KeySchemaElement,
} from '@aws-sdk/client-dynamodb';
import { tableSchema } from '../../../src/stacks/aws/records/table-schema.ts';

/** Creates a table of records and waits until it can be used. */
export async function createRecordsTable(client: DynamoDBClient, name: string): Promise<void> {
  const { index } = tableSchema;
  const attributes = [tableSchema.partitionKey, tableSchema.sortKey, index.partitionKey, index.sortKey];
  await client.send(
    new CreateTableCommand({
      TableName: name,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: attributes.map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keysOf(tableSchema),
      GlobalSecondaryIndexes: [
        { IndexName: index.name, KeySchema: keysOf(index), Projection: { ProjectionType: index.projection } },
      ],
    }),
  );
  await waitUntilTableExists({ client, maxWaitTime: 60, minDelay: 1, maxDelay: 1 }, { TableName: name });
}

/** Deletes a table of records with all that is in it. */
export async function deleteRecordsTable(client: DynamoDBClient, name: string): Promise<void> {
  await client.send(new DeleteTableCommand({ TableName: name }));
}

function keysOf(keys: { readonly partitionKey: string; readonly sortKey: string }): KeySchemaElement[] {
  return [
    { AttributeName: keys.partitionKey, KeyType: 'HASH' },
    { AttributeName: keys.sortKey, KeyType: 'RANGE' },
  ];
}
