import { GetObjectCommand, type GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { isNoObject, throwS3Fault } from './s3-fault.ts';
import { type S3Place, s3Uri } from './s3-place.ts';

/** The bytes of a key in chunks, checked against the checksum S3 has; calls `missing` if there is no such key. */
export async function* streamObject(place: S3Place, key: string, missing: () => never): AsyncGenerator<Uint8Array> {
  try {
    // The type allows for browsers too; in Node the body is always a `Readable`.
    yield* (await getObject(place, key)).Body as AsyncIterable<Uint8Array>;
  } catch (error) {
    if (isNoObject(error)) missing();
    throwS3Fault(error, s3Uri(place, key));
  }
}

/** The bytes of a key; undefined if there is no such key. */
export async function readObject(place: S3Place, key: string): Promise<Uint8Array | undefined> {
  try {
    const { bytes } = await readWhole(() => getObject(place, key));
    return bytes;
  } catch (error) {
    return isNoObject(error) ? undefined : throwS3Fault(error, s3Uri(place, key));
  }
}

/** The bytes of a key from `start` up to `end`, with the object's entity tag; calls `missing` if there is no such key. */
export async function readObjectRange(
  { client, bucket }: S3Place,
  key: string,
  { start, end }: { readonly start: number; readonly end: number },
  missing: () => never,
): Promise<{ readonly bytes: Uint8Array; readonly mark: string }> {
  const range = `bytes=${start}-${end - 1}`;
  try {
    const command = () => new GetObjectCommand({ Bucket: bucket, Key: key, Range: range });
    const { bytes, ETag } = await readWhole(() => client.send(command()));
    return { bytes, mark: `entity tag ${ETag!}` }; // left out by the type only
  } catch (error) {
    if (isNoObject(error)) missing();
    // The object is shorter than it was.
    if (error instanceof Error && error.name === 'InvalidRange')
      return { bytes: new Uint8Array(0), mark: `no ${range}` };
    return throwS3Fault(error, s3Uri({ client, bucket }, key));
  }
}

function getObject({ client, bucket }: S3Place, key: string): Promise<GetObjectCommandOutput> {
  return client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ChecksumMode: 'ENABLED' }));
}

const ATTEMPTS = 4;

/** Asks again for what broke off: the client itself tries again only until an answer begins. */
async function readWhole(
  ask: () => Promise<GetObjectCommandOutput>,
  attempts = ATTEMPTS,
): Promise<{ readonly bytes: Uint8Array; readonly ETag?: string | undefined }> {
  const { Body, ETag } = await ask();
  try {
    // Left out by the type only: an object of no bytes has a body of none.
    return { bytes: await Body!.transformToByteArray(), ETag };
  } catch (error) {
    if (attempts > 1) return readWhole(ask, attempts - 1);
    throw error;
  }
}
