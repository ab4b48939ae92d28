import { GetObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { describe, expect, it } from 'vitest';
import { openS3SourceFile, s3SourceFile } from '../../../src/stacks/aws/s3-source-file.ts';
import { collect } from '../../collect.ts';
import { body, fault, sampleBucket } from './artifacts/sample-bucket.ts';

const sha256OfOne = '7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed';

function answering(...texts: string[]) {
  const { client } = sampleBucket();
  const stub = mockClient(client).on(GetObjectCommand);
  for (const text of texts) stub.resolvesOnce({ Body: body([Buffer.from(text)]) });
  return client;
}

describe('openS3SourceFile', () => {
  it('knows name, place, hash and size of an object', async () => {
    expect(await openS3SourceFile(answering('one'), 's3://lake/incoming/orders.csv')).toMatchObject({
      name: 'orders.csv',
      uri: 's3://lake/incoming/orders.csv',
      sha256: sha256OfOne,
      sizeBytes: 3,
    });
  });

  it('says, at the end of the bytes, that they changed', async () => {
    const file = await openS3SourceFile(answering('one', 'two'), 's3://lake/orders.csv');
    await expect(collect(file.read())).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it.each([
    ['NoSuchKey', 404, 'data.file-missing'],
    ['NoSuchBucket', 404, 'data.file-missing'],
    ['AccessDenied', 403, 'data.file-unreadable'],
    ['SlowDown', 503, 'artifact.unavailable'],
  ])('answers %s with what it means for a file', async (name, status, code) => {
    const { client } = sampleBucket();
    mockClient(client).on(GetObjectCommand).rejects(fault(name, status));
    await expect(openS3SourceFile(client, 's3://lake/orders.csv')).rejects.toMatchObject({ code });
  });

  it('throws a mistake of the program as it is', async () => {
    const { client } = sampleBucket();
    mockClient(client).on(GetObjectCommand).rejects(fault('InvalidArgument', 400));
    await expect(openS3SourceFile(client, 's3://lake/orders.csv')).rejects.toMatchObject({ name: 'InvalidArgument' });
  });

  it.each(['s3://lake/', 's3://lake/incoming/'])('refuses the folder %s', async (uri) => {
    await expect(openS3SourceFile(answering(), uri)).rejects.toMatchObject({ code: 'data.file-is-directory' });
  });

  it.each(['orders.csv', 'file:///orders.csv', 's3://', 's3://lake', 's3://UPPER/orders.csv'])(
    'refuses the URI %s',
    async (uri) => {
      await expect(openS3SourceFile(answering(), uri)).rejects.toMatchObject({ code: 'data.bad-s3-uri' });
    },
  );
});

describe('parts of an object', () => {
  const facts = { name: 'orders.csv', uri: 's3://lake/orders.csv', sha256: sha256OfOne, sizeBytes: 3 };
  const tagged = (text: string, ETag: string) => ({ Body: body([Buffer.from(text)]), ETag });

  it('are read by range, after the whole was read for its hash', async () => {
    const { client } = sampleBucket();
    const stub = mockClient(client);
    stub.on(GetObjectCommand, { Range: 'bytes=0-0' }).resolves(tagged('o', '"1"'));
    stub.on(GetObjectCommand, { Range: 'bytes=1-2' }).resolves(tagged('ne', '"1"'));
    stub.on(GetObjectCommand, { ChecksumMode: 'ENABLED' }).resolves(tagged('one', '"1"'));
    const file = s3SourceFile(client, facts);
    expect(Buffer.from(await file.readRange(1, 99)).toString()).toBe('ne');
    expect(await file.readRange(3, 9)).toHaveLength(0);
  });

  it.each([
    ['has another tag', tagged('ne', '"2"')],
    ['is shorter', fault('InvalidRange', 416)],
  ])('are refused when the object %s than at the first', async (_, answer) => {
    const { client } = sampleBucket();
    const stub = mockClient(client);
    stub.on(GetObjectCommand, { Range: 'bytes=0-0' }).resolves(tagged('o', '"1"'));
    stub.on(GetObjectCommand, { ChecksumMode: 'ENABLED' }).resolves(tagged('one', '"1"'));
    const second = stub.on(GetObjectCommand, { Range: 'bytes=1-2' });
    if (answer instanceof Error) second.rejects(answer);
    else second.resolves(answer);
    await expect(s3SourceFile(client, facts).readRange(1, 3)).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it.each([
    ['NoSuchKey', 404, 'data.file-missing'],
    ['AccessDenied', 403, 'data.file-unreadable'],
    ['SlowDown', 503, 'artifact.unavailable'],
  ])('answer %s with what it means for a file', async (name, status, code) => {
    const { client } = sampleBucket();
    mockClient(client).on(GetObjectCommand).rejects(fault(name, status));
    await expect(s3SourceFile(client, facts).readRange(0, 1)).rejects.toMatchObject({ code });
  });
});

describe('s3SourceFile', () => {
  it('reads an object of which all is known, without reading it before', async () => {
    const facts = { name: 'orders.csv', uri: 's3://lake/orders.csv', sha256: sha256OfOne, sizeBytes: 3 };
    expect(Buffer.concat(await collect(s3SourceFile(answering('one'), facts).read())).toString()).toBe('one');
  });
});
