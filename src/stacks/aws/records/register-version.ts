import type { RegistryStore } from '../../../tracking/record-store.ts';
import type { ModelVersion } from '../../../tracking/registry.ts';
import { hasValue, isAbsent } from './condition.ts';
import { encodeItem, itemReader, type Item, type Versioned } from './item.ts';
import { allModels, modelKey, registeredKey, versionKey } from './keys.ts';
import { getItem } from './read.ts';
import { untilAnswered, type Table } from './table.ts';
import { transact } from './transact.ts';

type NewVersion = Parameters<RegistryStore['register']>[0];

/** Counts a model's versions. */
interface Model extends Versioned {
  readonly latestVersion: number;
}

/** The version that a step of a run made of a model. */
interface Registered extends Versioned {
  readonly version: number;
}

const readModel = itemReader<Model>({ latestVersion: 'N' });
const readRegistered = itemReader<Registered>({ version: 'N' });

export const readVersion = itemReader<ModelVersion>({
  model: 'S',
  version: 'N',
  artifact: 'M',
  run: 'S',
  stepKey: 'S',
  metrics: 'M',
  createdAtMs: 'N',
});

/** Gives a version the next number, or answers the one that the same step of the same run has made already. */
export function registerVersion(table: Table, given: NewVersion): Promise<ModelVersion> {
  return untilAnswered(table, async () => (await findRegistered(table, given)) ?? addVersion(table, given));
}

async function findRegistered(table: Table, { model, run, stepKey }: NewVersion): Promise<ModelVersion | undefined> {
  const registered = await getItem(table, registeredKey(model, run, stepKey));
  if (!registered) return undefined;
  const { version } = readRegistered(registered);
  const item = await getItem(table, versionKey(model, version));
  return item && readVersion(item);
}

/** The version added, or undefined when another took its number or this step registered meanwhile. */
async function addVersion(table: Table, given: NewVersion): Promise<ModelVersion | undefined> {
  const standing = await getItem(table, modelKey(given.model));
  const latest = standing ? readModel(standing).latestVersion : 0;
  const version: ModelVersion = { v: 1, version: latest + 1, ...given };
  const added = await transact(table, [
    {
      put: modelItem(given.model, version.version),
      condition: standing ? hasValue('latestVersion', latest) : isAbsent,
    },
    { put: encodeItem(versionKey(given.model, version.version), version), condition: isAbsent },
    { put: registeredItem(version), condition: isAbsent },
  ]);
  return added.state === 'written' ? version : undefined;
}

function modelItem(model: string, latestVersion: number): Item {
  const counter: Model = { v: 1, latestVersion };
  return encodeItem({ ...modelKey(model), gpk: allModels, gsk: model }, counter);
}

function registeredItem({ model, run, stepKey, version }: ModelVersion): Item {
  const registered: Registered = { v: 1, version };
  return encodeItem(registeredKey(model, run, stepKey), registered);
}
