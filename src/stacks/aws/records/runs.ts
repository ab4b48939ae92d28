import { encodeRunPosition } from '../../../tracking/keys/run-position.ts';
import type { RunStore } from '../../../tracking/record-store.ts';
import { UNDER_WAY } from '../../../tracking/rules/under-way.ts';
import { unknownRun } from '../../../tracking/rules/unknown-run.ts';
import type { RunRecord } from '../../../tracking/run-record.ts';
import { runOfStored, type StoredRun } from '../../../tracking/stored-run.ts';
import { hasOneOf, hasValue, isAbsent } from './condition.ts';
import { indexPage, wholeItems } from './index-page.ts';
import { encodeItem, type Item, itemReader } from './item.ts';
import { runKey, runsByStart } from './keys.ts';
import { getItem } from './read.ts';
import { removeRun } from './remove-run.ts';
import { runIdsBeginning } from './run-ids.ts';
import type { Table } from './table.ts';
import { putItemIf, setFieldsIf } from './write.ts';

const readStored = itemReader<StoredRun>({
  id: 'S',
  experimentId: 'S',
  pipeline: 'S',
  stack: 'S',
  status: 'S',
  trigger: 'M',
  parameters: 'M',
  plan: 'L',
  useCache: 'BOOL',
  startedAtMs: 'N',
});
const underWay = hasOneOf('status', UNDER_WAY);
const isQueued = hasValue('status', 'queued');

const readRun = (item: Item): RunRecord => runOfStored(readStored(item));

/** Runs in DynamoDB. */
export function dynamoRuns(table: Table): RunStore {
  return {
    async create(run) {
      const key = { ...runKey(run.id), gpk: runsByStart(run.experimentId), gsk: encodeRunPosition(run) };
      const { state } = await putItemIf(table, encodeItem(key, run), isAbsent);
      return state === 'written' ? 'created' : 'exists';
    },
    async get(id) {
      const item = await getItem(table, runKey(id));
      return item && readRun(item);
    },
    async finish(id, ending) {
      const finished = await setFieldsIf(table, runKey(id), ending, underWay);
      if (finished.state === 'written') return readRun(finished.item);
      if (!finished.standing) throw unknownRun(id);
      return readRun(finished.standing);
    },
    async admit(id) {
      const admitted = await setFieldsIf(table, runKey(id), { status: 'running' }, isQueued);
      if (admitted.state === 'written') return readRun(admitted.item);
      if (!admitted.standing) throw unknownRun(id);
      return readRun(admitted.standing);
    },
    async renewLease(id, leaseUntilMs) {
      const { state } = await setFieldsIf(table, runKey(id), { leaseUntilMs }, underWay);
      return state === 'written';
    },
    idsBeginning: (prefix) => runIdsBeginning(table, prefix),
    remove: (id) => removeRun(table, id),
    async list(experimentId, request) {
      const page = await indexPage(table, ['runs', experimentId], runsByStart(experimentId), request);
      return { ...page, items: (await wholeItems(table, page.items)).map(readRun) };
    },
  };
}
