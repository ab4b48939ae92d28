import { DeleteObjectCommand, GetObjectCommand, HeadObjectCommand, ListObjectsV2Command } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { openS3Artifacts } from '../../../src/stacks/aws/s3-artifacts.ts';
import { collect } from '../../collect.ts';
import { body, fault, type S3Stub, sampleBucket } from './artifacts/sample-bucket.ts';

const modified = new Date('2026-05-03T12:00:00Z');

let store: ArtifactStore;
let client: S3Stub;
beforeEach(() => {
  const bucket = sampleBucket();
  client = mockClient(bucket.client);
  store = openS3Artifacts(bucket);
});

async function* cutOff(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('one');
  throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
}

describe('openS3Artifacts', () => {
  it('reads the bytes of a key', async () => {
    client.on(GetObjectCommand, { Bucket: 'artifacts', Key: 'a' }).resolves({ Body: body([Buffer.from('one')]) });
    expect(Buffer.from((await store.read('a'))!).toString()).toBe('one');
  });

  it('streams the bytes of a key', async () => {
    client.on(GetObjectCommand).resolves({ Body: body([Buffer.from('one'), Buffer.from('two')]) });
    expect(Buffer.concat(await collect(store.stream('a'))).toString()).toBe('onetwo');
  });

  it('knows a key that is not there from a bucket that is not there', async () => {
    client.on(GetObjectCommand).rejects(fault('NoSuchKey', 404));
    expect(await store.read('a')).toBeUndefined();
    await expect(collect(store.stream('a'))).rejects.toMatchObject({
      code: 'artifact.missing',
      facts: { seen: 's3://artifacts/a' },
    });
    client.on(GetObjectCommand).rejects(fault('NoSuchBucket', 404));
    await expect(store.read('a')).rejects.toMatchObject({ code: 'artifact.bucket-missing' });
    await expect(collect(store.stream('a'))).rejects.toMatchObject({ code: 'artifact.bucket-missing' });
  });

  it('says that a stream was cut off', async () => {
    client.on(GetObjectCommand).callsFake(() => ({ Body: body(cutOff()) }));
    await expect(collect(store.stream('a'))).rejects.toMatchObject({ code: 'artifact.unavailable', transient: true });
    await expect(store.read('a')).rejects.toMatchObject({ code: 'artifact.unavailable', transient: true });
  });

  it('asks again for bytes that were cut off', async () => {
    const bodies = [body(cutOff()), body(cutOff()), body([Buffer.from('one')])];
    client.on(GetObjectCommand).callsFake(() => ({ Body: bodies.shift(), ETag: '"1"' }));
    expect(Buffer.from((await store.read('a'))!).toString()).toBe('one');

    bodies.push(body(cutOff()), body([Buffer.from('ne')]));
    expect(Buffer.from(await store.readRange('a', 1, 3)).toString()).toBe('ne');
  });

  it('knows the size of a key, and of none', async () => {
    client.on(HeadObjectCommand).resolvesOnce({ ContentLength: 3 }).rejectsOnce(fault('NotFound', 404));
    expect(await store.size('a')).toBe(3);
    expect(await store.size('a')).toBeUndefined();
  });

  it('says that it may not ask for a size', async () => {
    client.on(HeadObjectCommand).rejects(fault('Forbidden', 403));
    await expect(store.size('a')).rejects.toMatchObject({ code: 'artifact.denied' });
  });

  it('lists page after page', async () => {
    const object = (Key: string) => ({ Key, Size: 3, LastModified: modified });
    client
      .on(ListObjectsV2Command, { Bucket: 'artifacts', Prefix: 'runs/' })
      .resolves({ Contents: [object('runs/a')], NextContinuationToken: 'next' })
      .on(ListObjectsV2Command, { Prefix: 'runs/', ContinuationToken: 'next' })
      .resolves({ Contents: [object('runs/b')] });
    expect(await collect(store.list('runs/'))).toEqual([
      { key: 'runs/a', sizeBytes: 3, modifiedAtMs: modified.getTime() },
      { key: 'runs/b', sizeBytes: 3, modifiedAtMs: modified.getTime() },
    ]);
  });

  it('says that listing is slowed down, on any page', async () => {
    client.on(ListObjectsV2Command).resolvesOnce({ NextContinuationToken: 'next' }).rejectsOnce(fault('SlowDown', 503));
    await expect(collect(store.list(''))).rejects.toMatchObject({ code: 'artifact.unavailable', transient: true });
  });

  it('says that it may not remove', async () => {
    client.on(DeleteObjectCommand).rejects(fault('AccessDenied', 403));
    await expect(store.remove('a')).rejects.toMatchObject({ code: 'artifact.denied' });
  });

  it('asks S3 nothing about a bad key', async () => {
    await expect(store.read('../a')).rejects.toMatchObject({ code: 'artifact.bad-key' });
    expect(client.calls()).toHaveLength(0);
  });
});
