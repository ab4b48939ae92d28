import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { GetObjectCommand, HeadObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { placeFile } from '../../../../src/stacks/aws/orchestrator/place-file.ts';
import { openS3Artifacts } from '../../../../src/stacks/aws/s3-artifacts.ts';
import { body, fault, type S3Stub, sampleBucket } from '../artifacts/sample-bucket.ts';

const sha256 = createHash('sha256').update('one').digest('hex');
const key = `artifacts/orders/params/source/${sha256}`;

let folder: string;
let path: string;
let client: S3Stub;
let place: (pathOrUri: string) => ReturnType<typeof placeFile>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  path = join(folder, 'orders é.csv');
  await writeFile(path, 'one');
  const bucket = sampleBucket();
  client = mockClient(bucket.client);
  const stores = { s3: bucket.client, artifacts: openS3Artifacts(bucket) };
  place = (pathOrUri) => placeFile(stores, 'orders', 'source', pathOrUri);
});
afterEach(() => rm(folder, { recursive: true }));

describe('placeFile of a file of this machine', () => {
  const placed = { file: { name: 'orders é.csv', uri: `s3://artifacts/${key}`, sha256, sizeBytes: 3 } };

  it('uploads it under its hash', async () => {
    client.on(PutObjectCommand).resolves({});
    expect(await place(path)).toEqual(placed);
    expect(client.commandCalls(PutObjectCommand)[0]!.args[0].input).toMatchObject({
      Bucket: 'artifacts',
      Key: key,
      IfNoneMatch: '*',
      Body: Buffer.from('one'),
    });
  });

  it('leaves an upload of the same bytes as it is', async () => {
    client.on(PutObjectCommand).rejects(fault('PreconditionFailed', 412));
    client.on(HeadObjectCommand).resolves({ LastModified: new Date(), ContentLength: 3 });
    expect(await place(path)).toEqual(placed);
  });

  it('takes it by its file: URI too', async () => {
    client.on(PutObjectCommand).resolves({});
    expect(await place(pathToFileURL(path).href)).toEqual(placed);
  });

  it.each([
    ['AccessDenied', 403, 'artifact.denied'],
    ['NoSuchBucket', 404, 'artifact.bucket-missing'],
    ['SlowDown', 503, 'artifact.unavailable'],
    ['ExpiredToken', 400, 'aws.credentials-refused'],
  ])('says what %s means for the upload', async (name, status, code) => {
    client.on(PutObjectCommand).rejects(fault(name, status));
    await expect(place(path)).rejects.toMatchObject({ code });
  });

  it('asks S3 nothing about a file that is not there, and names one with a like name', async () => {
    await expect(place(join(folder, 'order é.csv'))).rejects.toMatchObject({
      code: 'data.file-missing',
      facts: { mend: `did you mean '${path}'?` },
    });
    expect(client.calls()).toHaveLength(0);
  });

  it('refuses a folder', async () => {
    await expect(place(folder)).rejects.toMatchObject({ code: 'data.file-is-directory' });
  });

  it.each(['file://server/share/orders.csv', 'file:///orders%2F.csv'])('refuses the URI %s', async (uri) => {
    await expect(place(uri)).rejects.toMatchObject({ code: 'data.bad-file-uri', facts: { seen: uri } });
  });
});

describe('placeFile of an object', () => {
  it('leaves it where it lies', async () => {
    client.on(GetObjectCommand).callsFake(() => ({ Body: body([Buffer.from('one')]) }));
    expect(await place('s3://lake/orders.csv')).toEqual({
      file: { name: 'orders.csv', uri: 's3://lake/orders.csv', sha256, sizeBytes: 3 },
    });
    expect(client.commandCalls(PutObjectCommand)).toHaveLength(0);
  });

  it('says that it is not there', async () => {
    client.on(GetObjectCommand).rejects(fault('NoSuchKey', 404));
    await expect(place('s3://lake/orders.csv')).rejects.toMatchObject({
      code: 'data.file-missing',
      facts: { seen: 's3://lake/orders.csv' },
    });
  });
});
