import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { RecordStore } from '../../../tracking/record-store.ts';
import { dynamoCache } from './cache.ts';
import { dynamoExperiments } from './experiments.ts';
import { dynamoLogs } from './logs.ts';
import { dynamoQueues } from './queues.ts';
import { dynamoReleases } from './releases.ts';
import { dynamoRuns } from './runs.ts';
import { dynamoSteps } from './steps.ts';
import { jitteredPause } from './table.ts';
import { dynamoTokens } from './tokens.ts';
import { dynamoTriggers } from './triggers.ts';
import { dynamoVersions } from './versions.ts';

interface DynamoRecords {
  /** Stays the caller's: closing the records leaves it open. */
  readonly client: DynamoDBClient;
  /** Name of a table of `tableSchema`. */
  readonly table: string;
  /** Waits before another attempt at what collided, counted from 0; a random, growing while unless given. */
  readonly pause?: (attempt: number) => Promise<void>;
}

/**
 * Records in a DynamoDB table. Anything may throw `records.unavailable`, `records.no-table`,
 * `records.malformed-item`, `aws.*`; writes `records.item-too-large`.
 */
export function openDynamoRecords({ client, table: name, pause = jitteredPause }: DynamoRecords): RecordStore {
  const table = { client, name, pause };
  return {
    experiments: dynamoExperiments(table),
    runs: dynamoRuns(table),
    steps: dynamoSteps(table),
    logs: dynamoLogs(table),
    cache: dynamoCache(table),
    registry: { ...dynamoVersions(table), ...dynamoReleases(table) },
    triggers: dynamoTriggers(table),
    queues: dynamoQueues(table),
    tokens: dynamoTokens(table),
    close: async () => {},
  };
}
