import { newExperimentId } from '../../../tracking/keys/experiment-id.ts';
import type { Experiment, ExperimentStore } from '../../../tracking/record-store.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import { isAbsent } from './condition.ts';
import { indexPage, wholeItems } from './index-page.ts';
import { encodeItem, itemReader, type Versioned } from './item.ts';
import { allExperiments, experimentKey, experimentNameKey } from './keys.ts';
import { getItem } from './read.ts';
import { untilAnswered, type Table } from './table.ts';
import { transact } from './transact.ts';

/** Holds a name for the one experiment that has it. */
interface TakenName extends Versioned {
  readonly experimentId: string;
}

const readTakenName = itemReader<TakenName>({ experimentId: 'S' });
const readExperiment = itemReader<Experiment>({ id: 'S', name: 'S', createdAtMs: 'N' });

/** Experiments in DynamoDB. */
export function dynamoExperiments(table: Table): ExperimentStore {
  return {
    async ensure(name, atMs) {
      checkRecordName('experiment', name);
      return untilAnswered(table, async () => (await findByName(table, name)) ?? make(table, name, atMs));
    },
    async get(id) {
      return findById(table, id);
    },
    async list(request) {
      const page = await indexPage(table, ['experiments'], allExperiments, request);
      return { ...page, items: (await wholeItems(table, page.items)).map(readExperiment) };
    },
  };
}

async function findById(table: Table, id: string): Promise<Experiment | undefined> {
  const item = await getItem(table, experimentKey(id));
  return item && readExperiment(item);
}

async function findByName(table: Table, name: string): Promise<Experiment | undefined> {
  const item = await getItem(table, experimentNameKey(name));
  return item && findById(table, readTakenName(item).experimentId);
}

/** The new experiment, or undefined when another was faster. */
async function make(table: Table, name: string, createdAtMs: number): Promise<Experiment | undefined> {
  const experiment: Experiment = { v: 1, id: newExperimentId(name), name, createdAtMs };
  const key = { ...experimentKey(experiment.id), gpk: allExperiments, gsk: name };
  const takenName: TakenName = { v: 1, experimentId: experiment.id };
  const made = await transact(table, [
    { put: encodeItem(key, experiment), condition: isAbsent },
    { put: encodeItem(experimentNameKey(name), takenName), condition: isAbsent },
  ]);
  return made.state === 'written' ? experiment : undefined;
}
