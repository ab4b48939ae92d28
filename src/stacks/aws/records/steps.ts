import type { StepStore } from '../../../tracking/record-store.ts';
import { isCommitted } from '../../../tracking/rules/step-standing.ts';
import type { StepRecord } from '../../../tracking/step-record.ts';
import type { Condition } from './condition.ts';
import { encodeItem, itemReader, type Item } from './item.ts';
import { prefix, runPartition, stepKey } from './keys.ts';
import { queryTable } from './query.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';
import { putItemIf } from './write.ts';

const readStep = itemReader<StepRecord>({
  run: 'S',
  key: 'S',
  node: 'S',
  step: 'S',
  status: 'S',
  attempt: 'N',
  startedAtMs: 'N',
});

/** That nothing standing supersedes this attempt; `supersedes` says the same of records in memory. */
function isNotSuperseded(attempt: number): Condition {
  return {
    expression: 'attribute_not_exists(pk) OR (#attempt <= :attempt AND NOT #status IN (:completed, :cached))',
    names: { '#attempt': 'attempt', '#status': 'status' },
    values: { ':attempt': attempt, ':completed': 'completed', ':cached': 'cached' },
  };
}

/** That this attempt is the one that runs. */
function isRunningAttempt(attempt: number): Condition {
  return {
    expression: '#attempt = :attempt AND #status = :running',
    names: { '#attempt': 'attempt', '#status': 'status' },
    values: { ':attempt': attempt, ':running': 'running' },
  };
}

/** Step records in DynamoDB. */
export function dynamoSteps(table: Table): StepStore {
  return {
    async begin(record) {
      const begun = await putItemIf(table, toItem(record), isNotSuperseded(record.attempt));
      if (begun.state === 'written') return { state: 'begun' };
      return { state: 'superseded', by: readStep(begun.standing!) };
    },
    async commit(record) {
      const committed = await putItemIf(table, toItem(record), isRunningAttempt(record.attempt));
      if (committed.state === 'written') return true;
      return isCommitted(committed.standing && readStep(committed.standing), record);
    },
    async get(run, key) {
      const item = await getItem(table, stepKey(run, key));
      return item && readStep(item);
    },
    async list(run) {
      const query = { partition: runPartition(run), range: { startsWith: prefix.step } };
      return (await queryTable(table, query)).map(readStep);
    },
  };
}

function toItem(record: StepRecord): Item {
  return encodeItem(stepKey(record.run, record.key), record);
}
