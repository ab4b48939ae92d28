import type { RunQueue } from '../../../tracking/queue.ts';
import type { QueueStore } from '../../../tracking/record-store.ts';
import { hasValue, isAbsent } from './condition.ts';
import { encodeItem, itemReader, type Versioned } from './item.ts';
import { queueKey } from './keys.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';
import { putItemIf } from './write.ts';

const readQueue = itemReader<RunQueue & Versioned>({ sequence: 'N', runs: 'L' });

/** Queues of runs in DynamoDB. */
export function dynamoQueues(table: Table): QueueStore {
  return {
    async get(pipeline) {
      const item = await getItem(table, queueKey(pipeline));
      if (!item) return { sequence: 0, runs: [] };
      const { sequence, runs } = readQueue(item);
      return { sequence, runs };
    },
    async replace(pipeline, { sequence, runs }) {
      const item = encodeItem(queueKey(pipeline), { v: 1, sequence, runs });
      const { state } = await putItemIf(table, item, sequence === 1 ? isAbsent : hasValue('sequence', sequence - 1));
      return state === 'written';
    },
  };
}
