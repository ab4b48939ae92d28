import type { StoreCall } from '../../../runs/calls/store-calls.ts';
import { type Requests, requests } from '../estimate/requests.ts';
import { ONE_REQUEST_BYTES, partSizeBytes } from './upload-sizes.ts';

const get = requests({ objectReads: 1 });
const put = requests({ objectWrites: 1 });

/** What each call on artifacts and files asks of S3, of objects that are new and fit one request (64 MB). */
export const REQUESTS_OF_ARTIFACTS: Readonly<Partial<Record<StoreCall, Requests>>> = {
  'artifacts.create': put,
  'artifacts.createFromFile': put,
  'artifacts.replace': put,
  'artifacts.read': get,
  'artifacts.readRange': get,
  'file.read': get,
};

/** What creating an object of this size asks of S3 beside one request: a look, the begin, the parts, the end. */
export function requestsOfParts(sizeBytes: number): Requests {
  if (sizeBytes <= ONE_REQUEST_BYTES) return requests({});
  return requests({ objectReads: 1, objectWrites: 1 + Math.ceil(sizeBytes / partSizeBytes(sizeBytes)) });
}
