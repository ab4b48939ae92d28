import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  paginateListObjectsV2,
  type S3Client,
} from '@aws-sdk/client-s3';

/** Creates a bucket for artifacts. */
export async function createBucket(client: S3Client, name: string): Promise<void> {
  await client.send(new CreateBucketCommand({ Bucket: name }));
}

/** Deletes a bucket with all that is in it. */
export async function deleteBucket(client: S3Client, name: string): Promise<void> {
  for await (const { Contents } of paginateListObjectsV2({ client }, { Bucket: name })) {
    const Objects = (Contents ?? []).map(({ Key }) => ({ Key }));
    if (Objects.length > 0) await client.send(new DeleteObjectsCommand({ Bucket: name, Delete: { Objects } }));
  }
  await client.send(new DeleteBucketCommand({ Bucket: name }));
}
