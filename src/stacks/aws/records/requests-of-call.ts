import type { StoreCall } from '../../../runs/calls/store-calls.ts';
import { type Requests, requests } from '../estimate/requests.ts';

/** A record with its plan, log, key parts or outputs, in KB: more than those of the pipelines here take. */
const RECORD_KB = 4;

/** A version of a model, with its metrics and verdict, in KB. */
const VERSION_KB = 2;

const read = requests({ records: 1, readUnits: 1 });
const write = (writeUnits: number) => requests({ records: 1, writeUnits });

/** What each call on the records asks of DynamoDB when nobody else is at the same item, `logs.log` aside. */
export const REQUESTS_OF_RECORDS: Readonly<Partial<Record<StoreCall, Requests>>> = {
  'experiments.ensure': requests({ records: 2, readUnits: 2 }), // by its name, then by its id
  'runs.get': read,
  'runs.create': write(RECORD_KB + 1), // and its entry in the index
  'runs.admit': write(RECORD_KB),
  'runs.finish': write(RECORD_KB),
  'steps.get': read,
  'steps.begin': write(1),
  'steps.commit': write(RECORD_KB),
  'cache.get': read,
  'cache.put': write(RECORD_KB),
  'queues.get': read,
  'queues.replace': write(1),
  'triggers.claim': write(1),
  'registry.release': read,
  'registry.version': read,
  // what the step registered before, the counter; then the counter, the version and what the step registered
  'registry.register': requests({ records: 3, readUnits: 2, writeUnits: 2 * (1 + VERSION_KB + 1) }),
  // the release and its change; then a check of the version, the release, the change and the alias
  'registry.promote': requests({ records: 3, readUnits: 2, writeUnits: 2 * (VERSION_KB + 1 + VERSION_KB + 1) }),
};

/** How much a step writes down. */
export interface LoggedCounts {
  readonly parameters: number;
  readonly metrics: number;
  /** Of all metrics together. */
  readonly points: number;
  readonly tags: number;
}

const KEYS_A_READ = 100;
const ITEMS_A_WRITE = 25;

/** What logging so much at once asks of DynamoDB: parameters are looked for first, a metric has its latest point beside all. */
export function requestsOfLog({ parameters, metrics, points, tags }: LoggedCounts): Requests {
  const batches = Math.ceil(points / ITEMS_A_WRITE) + Math.ceil(tags / ITEMS_A_WRITE);
  return requests({
    records: Math.ceil(parameters / KEYS_A_READ) + parameters + batches + metrics,
    readUnits: parameters,
    writeUnits: parameters + points + metrics + tags,
  });
}

/** What listing the steps of a run asks of DynamoDB, which answers 1 MB at a time. */
export function requestsOfStepList(steps: number): Requests {
  const sizeKb = steps * RECORD_KB;
  return requests({ records: Math.ceil(sizeKb / 1_024), readUnits: Math.ceil(sizeKb / 4) });
}
