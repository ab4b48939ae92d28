import {
  cacheEntryKey,
  changesPartition,
  claimKey,
  experimentKey,
  experimentNameKey,
  historyPartition,
  modelPartition,
  queueKey,
  releaseKey,
  runPartition,
  tokenKey,
} from '../../src/stacks/aws/records/keys.ts';
import type { Concurrency } from '../../src/pipeline/concurrency.ts';
import type { RegistryAccess } from '../../src/pipeline/graph.ts';
import type { RecordAction, Right } from './rights.ts';

type RecordRight = Right<RecordAction>;

const EVERY_RUN = [runPartition('*')];
const RELEASES = [releaseKey('*').pk, modelPartition('*')];
const HISTORY = [changesPartition('*')];
const readHistory: readonly RecordRight[] = [{ actions: ['Query'], on: HISTORY }];

/** To work on steps of a run: its record and theirs, what they log, and under its cache key what they made. */
export const workOnSteps: readonly RecordRight[] = [
  { actions: ['GetItem', 'BatchGetItem', 'PutItem', 'UpdateItem', 'BatchWriteItem'], on: EVERY_RUN },
  { actions: ['BatchWriteItem'], on: [historyPartition('*', '*')] },
];

/** To reuse what a step made before, and to keep what it made. */
export const reuseSteps: readonly RecordRight[] = [{ actions: ['GetItem', 'PutItem'], on: [cacheEntryKey('*').pk] }];

/** To record that a run of a pipeline began, `*` for any. */
export const recordRuns = (pipeline: string): readonly RecordRight[] => [
  { actions: ['GetItem', 'PutItem'], on: [experimentNameKey(pipeline).pk, experimentKey('*').pk] },
  { actions: ['GetItem', 'PutItem'], on: EVERY_RUN },
];

/** To end a run and its steps. */
export const endRuns: readonly RecordRight[] = [
  { actions: ['GetItem', 'Query', 'PutItem', 'UpdateItem'], on: EVERY_RUN },
];

/** To let runs of a pipeline run, wait their turn or end, as its concurrency says. */
export function takeTurns(pipeline: string, concurrency: Concurrency): readonly RecordRight[] {
  if (concurrency === 'parallel') return [];
  const queue: RecordRight = { actions: ['GetItem', 'PutItem'], on: [queueKey(pipeline).pk] };
  return concurrency === 'queue' ? [queue, { actions: ['UpdateItem'], on: EVERY_RUN }] : [queue, ...endRuns];
}

/** To make one run of each event for a pipeline. */
export const claimEvents = (pipeline: string): readonly RecordRight[] => [
  { actions: ['PutItem'], on: [claimKey(`${pipeline}/*`).pk] },
];

/** To find what serves. */
export const readReleases: readonly RecordRight[] = [{ actions: ['GetItem'], on: RELEASES }];

/** To know what a token allows. */
export const readTokens: readonly RecordRight[] = [{ actions: ['GetItem'], on: [tokenKey('*').pk] }];

/** To use the registry of models and their releases; a replay asks for what served before. */
export const useRegistry: Readonly<Record<RegistryAccess, readonly RecordRight[]>> = {
  none: [],
  read: [...readReleases, ...readHistory],
  release: [{ actions: ['GetItem', 'PutItem', 'ConditionCheckItem'], on: [...RELEASES, ...HISTORY] }, ...readHistory],
};
