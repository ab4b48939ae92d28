import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect } from 'vitest';
import type { ArtifactReference } from '../../../src/artifacts/artifact-reference.ts';
import type { Release, ModelVersion } from '../../../src/tracking/registry.ts';
import type { CacheEntry, StepRecord } from '../../../src/tracking/step-record.ts';
import { openFileArtifacts } from '../../../src/stacks/local/file-artifacts.ts';
import { decodeDocument } from '../../../src/stacks/local/records/document.ts';
import { collect } from '../../collect.ts';

/**
 * That records and artifacts of a home are whole: SQLite finds no fault, every artifact has the bytes that its key
 * says, and all that cache, steps, versions and releases refer to is there, no version twice for one step of a run.
 */
export async function expectWholeHome(home: string): Promise<void> {
  const sizes = await expectWholeArtifacts(join(home, 'store'));
  using records = new DatabaseSync(join(home, 'records.sqlite'));
  expect(records.prepare('PRAGMA quick_check').all()).toEqual([{ quick_check: 'ok' }]);
  const referred = (artifacts: readonly ArtifactReference[]) => {
    for (const { key, sizeBytes } of artifacts) expect([key, sizes.get(key)]).toEqual([key, sizeBytes]);
  };
  for (const { outputs } of documents<CacheEntry>(records, 'cache')) referred(Object.values(outputs.artifacts));
  for (const { outputs } of documents<StepRecord>(records, 'steps')) referred(Object.values(outputs?.artifacts ?? {}));
  const versions = documents<ModelVersion>(records, 'model_versions');
  referred(versions.map(({ artifact }) => artifact));
  expectWholeReleases(versions, records);
}

/** Sizes by key; a profile is named by its table, so that all there is to see is that it is whole JSON. */
async function expectWholeArtifacts(root: string): Promise<ReadonlyMap<string, number>> {
  const store = openFileArtifacts(root);
  const sizes = new Map<string, number>();
  for (const { key, sizeBytes } of await collect(store.list(''))) {
    const bytes = (await store.read(key))!;
    if (key.endsWith('.json')) expect(JSON.parse(Buffer.from(bytes).toString())).toBeTypeOf('object');
    else expect([key, key.split('/').at(-1)]).toEqual([key, createHash('sha256').update(bytes).digest('hex')]);
    sizes.set(key, sizeBytes);
  }
  return sizes;
}

function expectWholeReleases(versions: readonly ModelVersion[], records: DatabaseSync): void {
  const makers = versions.map(({ model, run, stepKey }) => `${model} ${run} ${stepKey}`);
  expect(makers).toEqual([...new Set(makers)]);
  const aliases = records.prepare('SELECT model, version FROM aliases').all();
  const champions = documents<Release>(records, 'releases').map(({ model, champion }) => ({
    model,
    version: champion,
  }));
  expect(aliases).toEqual(champions);
  for (const { model, version } of champions)
    expect(versions.filter((made) => made.model === model && made.version === version)).toHaveLength(1);
}

/** Of a table of the records. */
function documents<T extends object>(records: DatabaseSync, table: string): T[] {
  const rows = records.prepare(`SELECT document FROM ${table}`).all();
  return rows.map(({ document }) => decodeDocument<T>(String(document)));
}
