import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll } from 'vitest';
import { openDynamoRecords } from '../../../src/stacks/aws/records/open.ts';
import { recordStoreSuite } from '../record-store.ts';
import { emulatorEndpoint } from './emulator-endpoint.ts';
import { createRecordsTable, deleteRecordsTable } from './records-table.ts';

const table = `records-${randomUUID()}`;
const client = new DynamoDBClient({ endpoint: emulatorEndpoint() });
const secondClient = new DynamoDBClient({ endpoint: emulatorEndpoint() });

beforeAll(() => createRecordsTable(client, table));

afterAll(async () => {
  await deleteRecordsTable(client, table);
  client.destroy();
  secondClient.destroy();
});

recordStoreSuite('DynamoDB', async () => {
  const store = openDynamoRecords({ client, table });
  const second = openDynamoRecords({ client: secondClient, table });
  return { store, second, close: () => store.close() };
});
