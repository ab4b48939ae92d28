import { DeleteObjectCommand } from '@aws-sdk/client-s3';
import type { ArtifactStore } from '../../artifacts/artifact-store.ts';
import { checkArtifactKey, checkPrefix } from '../../artifacts/check-key.ts';
import { missingArtifact } from '../../artifacts/missing-artifact.ts';
import { contentOf, withFileContent } from './artifacts/content.ts';
import { readObject, readObjectRange, streamObject } from './artifacts/get-object.ts';
import { listObjects } from './artifacts/list-objects.ts';
import { listUploads } from './artifacts/list-uploads.ts';
import { createObject, replaceObject } from './artifacts/put-object.ts';
import { renewObject } from './artifacts/renew-object.ts';
import { throwS3Fault } from './artifacts/s3-fault.ts';
import { type S3Place, s3Uri } from './artifacts/s3-place.ts';
import { sizeOfObject } from './artifacts/size-of-object.ts';

/**
 * Artifacts as objects of a bucket. Throws `artifact.bad-key`, `artifact.denied`, `artifact.bucket-missing`,
 * `artifact.unavailable`, `artifact.upload-left`, `aws.*`.
 */
export function openS3Artifacts(place: S3Place, now: () => number = Date.now): ArtifactStore {
  const uriOf = (key: string): string => s3Uri(place, checkedKey(key));
  return {
    create: async (key, bytes) => createObject(place, checkedKey(key), contentOf(bytes), now),
    createFromFile: async (key, path) => {
      checkArtifactKey(key);
      return withFileContent(path, (content) => createObject(place, key, content, now));
    },
    replace: async (key, bytes) => replaceObject(place, checkedKey(key), contentOf(bytes)),
    read: async (key) => readObject(place, checkedKey(key)),
    stream: (key) => streamObject(place, checkedKey(key), () => missingArtifact(uriOf(key))),
    readRange: async (key, start, end) => {
      const missing = () => missingArtifact(uriOf(key));
      return (await readObjectRange(place, checkedKey(key), { start, end }, missing)).bytes;
    },
    size: async (key) => sizeOfObject(place, checkedKey(key)),
    renew: async (key) => renewObject(place, checkedKey(key), now()),
    list: (prefix) => {
      checkPrefix(prefix);
      return listObjects(place, prefix);
    },
    remove: async (key) => removeObject(place, checkedKey(key)),
    leftovers: () => listUploads(place),
    uri: uriOf,
  };
}

function checkedKey(key: string): string {
  checkArtifactKey(key);
  return key;
}

async function removeObject(place: S3Place, key: string): Promise<void> {
  try {
    await place.client.send(new DeleteObjectCommand({ Bucket: place.bucket, Key: key }));
  } catch (error) {
    throwS3Fault(error, s3Uri(place, key));
  }
}
