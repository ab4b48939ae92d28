import { AbortMultipartUploadCommand, ListMultipartUploadsCommand, ListPartsCommand } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { listUploads } from '../../../../src/stacks/aws/artifacts/list-uploads.ts';
import { fault, type S3Stub, sampleBucket } from './sample-bucket.ts';

const place = sampleBucket();
let client: S3Stub;
beforeEach(() => {
  client = mockClient(place.client);
});
const upload = (name: string) => ({ Key: `artifacts/${name}`, UploadId: name, Initiated: new Date(1_000) });

describe('listUploads', () => {
  it('gives every upload of every page with its parts, as of the last of them', async () => {
    client
      .on(ListMultipartUploadsCommand)
      .resolves({ Uploads: [upload('a')], IsTruncated: true, NextKeyMarker: 'artifacts/a', NextUploadIdMarker: 'a' })
      .on(ListMultipartUploadsCommand, { KeyMarker: 'artifacts/a', UploadIdMarker: 'a' })
      .resolves({ Uploads: [upload('b')] });
    client
      .on(ListPartsCommand)
      .resolves({})
      .on(ListPartsCommand, { UploadId: 'a' })
      .resolves({
        Parts: [{ Size: 5, LastModified: new Date(3_000) }],
        IsTruncated: true,
        NextPartNumberMarker: '1',
      })
      .on(ListPartsCommand, { UploadId: 'a', PartNumberMarker: '1' })
      .resolves({ Parts: [{ Size: 7, LastModified: new Date(2_000) }] });

    const found = await Array.fromAsync(listUploads(place));

    expect(found).toMatchObject([
      { sizeBytes: 12, modifiedAtMs: 3_000 },
      { sizeBytes: 0, modifiedAtMs: 1_000 },
    ]);
  });

  it('asks for no more parts after the last page, which names its last part like any other', async () => {
    client.on(ListMultipartUploadsCommand).resolves({ Uploads: [upload('a')] });
    client.on(ListPartsCommand).resolves({ Parts: [{ Size: 5 }], IsTruncated: false, NextPartNumberMarker: '1' });

    expect(await Array.fromAsync(listUploads(place))).toMatchObject([{ sizeBytes: 5 }]);

    expect(client.commandCalls(ListPartsCommand)).toHaveLength(1);
  });

  it('gives up an upload, also one that has come to its end meanwhile', async () => {
    client.on(ListMultipartUploadsCommand).resolves({ Uploads: [upload('a')] });
    client.on(ListPartsCommand).resolves({});
    client.on(AbortMultipartUploadCommand).resolvesOnce({}).rejects(fault('NoSuchUpload', 404));
    const [leftover] = await Array.fromAsync(listUploads(place));

    await leftover!.remove();
    await leftover!.remove();

    expect(client.commandCalls(AbortMultipartUploadCommand)[0]!.args[0].input).toEqual({
      Bucket: 'artifacts',
      Key: 'artifacts/a',
      UploadId: 'a',
    });
  });

  it('passes over one that comes to its end while it is looked at', async () => {
    client.on(ListMultipartUploadsCommand).resolves({ Uploads: [upload('a')] });
    client.on(ListPartsCommand).rejects(fault('NoSuchUpload', 404));
    expect(await Array.fromAsync(listUploads(place))).toEqual([]);
  });

  it('throws what is in the way of finding and of giving up', async () => {
    client
      .on(ListMultipartUploadsCommand)
      .resolvesOnce({ Uploads: [upload('a')] })
      .rejects(fault('NoSuchBucket', 404));
    client.on(ListPartsCommand).resolves({});
    client.on(AbortMultipartUploadCommand).rejects(fault('NoSuchBucket', 404));
    const [leftover] = await Array.fromAsync(listUploads(place));

    const missing = { code: 'artifact.bucket-missing' };
    await expect(leftover!.remove()).rejects.toMatchObject(missing);
    await expect(Array.fromAsync(listUploads(place))).rejects.toMatchObject(missing);
  });
});
