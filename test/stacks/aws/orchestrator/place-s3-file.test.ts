import { createHash } from 'node:crypto';
import { GetObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { placeS3File } from '../../../../src/stacks/aws/orchestrator/place-s3-file.ts';
import { body, fault, sampleBucket } from '../artifacts/sample-bucket.ts';

describe('placeS3File', () => {
  it('refers to the object where it lies, by its hash and nothing else', async () => {
    const { client } = sampleBucket();
    const mock = mockClient(client);
    mock.on(GetObjectCommand).callsFake(() => ({ Body: body([Buffer.from('one')]) }));

    const placed = await placeS3File(client, 's3://lake/incoming/orders.csv');

    expect(placed).toEqual({
      file: {
        uri: 's3://lake/incoming/orders.csv',
        name: 'orders.csv',
        sha256: createHash('sha256').update('one').digest('hex'),
        sizeBytes: 3,
      },
    });
    expect(new Set(mock.calls().map(({ args }) => args[0].constructor))).toEqual(new Set([GetObjectCommand]));
  });

  it.each([
    ['NoSuchKey', 404, 'data.file-missing'],
    ['AccessDenied', 403, 'data.file-unreadable'],
    ['ExpiredToken', 400, 'aws.credentials-refused'],
  ])('answers %s with what it means for a file', async (name, status, code) => {
    const { client } = sampleBucket();
    mockClient(client).on(GetObjectCommand).rejects(fault(name, status));
    await expect(placeS3File(client, 's3://lake/orders.csv')).rejects.toMatchObject({ code });
  });
});
