import type { StoreCall } from '../../../runs/calls/store-calls.ts';
import { type Requests, requests } from '../estimate/requests.ts';

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
