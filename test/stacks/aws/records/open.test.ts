import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { openDynamoRecords } from '../../../../src/stacks/aws/records/open.ts';

/** A client whose every request is answered by this error, counted. */
function failingClient(statusCode: number, type: string): { client: DynamoDBClient; requests: () => number } {
  let requests = 0;
  const body = new TextEncoder().encode(
    JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: type }),
  );
  const requestHandler = {
    handle: async () => {
      requests++;
      return { response: { statusCode, headers: {}, body } };
    },
  };
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const client = new DynamoDBClient({ region: 'us-east-1', credentials, maxAttempts: 2, requestHandler });
  return { client, requests: () => requests };
}

describe('openDynamoRecords', () => {
  it.each([
    [400, 'ThrottlingException'],
    [500, 'InternalServerError'],
    [503, 'ServiceUnavailable'],
  ])('throws a coded error of %i %s once the client has retried in vain', async (status, type) => {
    const { client, requests } = failingClient(status, type);
    const store = openDynamoRecords({ client, table: 'records' });
    await expect(store.runs.get('r')).rejects.toMatchObject({ code: 'records.unavailable', transient: true });
    expect(requests()).toBe(2);
  });

  it('does not retry where there is no table', async () => {
    const { client, requests } = failingClient(400, 'ResourceNotFoundException');
    const store = openDynamoRecords({ client, table: 'records' });
    await expect(store.runs.get('r')).rejects.toMatchObject({ code: 'records.no-table' });
    expect(requests()).toBe(1);
  });

  it('leaves the client open when closed', async () => {
    const { client, requests } = failingClient(400, 'ResourceNotFoundException');
    await openDynamoRecords({ client, table: 'records' }).close();
    await expect(openDynamoRecords({ client, table: 'records' }).runs.get('r')).rejects.toThrow('no table');
    expect(requests()).toBe(1);
  });
});
