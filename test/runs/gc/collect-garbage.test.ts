import { beforeEach, describe, expect, it } from 'vitest';
import type { ArtifactStore } from '../../../src/artifacts/artifact-store.ts';
import { profileKeyOf } from '../../../src/artifacts/profiles.ts';
import { UNREFERENCED_MS } from '../../../src/artifacts/unreferenced.ts';
import { collectGarbage } from '../../../src/runs/gc/collect-garbage.ts';
import { memoryArtifacts } from '../../../src/stacks/local/memory-artifacts.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import { collect } from '../../collect.ts';
import {
  artifact,
  cacheSample,
  completed,
  newId,
  runSample,
  stepSample,
  versionSample,
} from '../../conformance/record-store/samples.ts';

const DAY_MS = 86_400_000;
const bytes = Buffer.from('bytes');

let nowMs: number;
let records: RecordStore;
let artifacts: ArtifactStore;
beforeEach(() => {
  nowMs = 1_800_000_000_000;
  records = openSqliteRecords(':memory:');
  artifacts = memoryArtifacts(() => nowMs);
});

const gc = (choices: { olderThanMs?: number; dryRun?: boolean } = {}) =>
  collectGarbage({ records, artifacts, nowMs }, { dryRun: false, ...choices });
const keys = async () => (await collect(artifacts.list(''))).map(({ key }) => key);
const keyOf = (name: string) => `artifacts/p/clean/train/${name}`;

/** A run that ended, and whose one step made an artifact of that name, with its cache entry. */
async function finishedRun(name: string, changes: Partial<RunRecord> = {}): Promise<RunRecord> {
  const { id: experimentId } = await records.experiments.ensure('p', 1);
  const run = runSample({ experimentId, status: 'completed', startedAtMs: nowMs, endedAtMs: nowMs, ...changes });
  await records.runs.create(run);
  await artifacts.create(keyOf(name), bytes);
  const outputs = { artifacts: { train: { ...artifact, key: keyOf(name) } }, scalars: {} };
  const step = stepSample({ run: run.id });
  await records.steps.begin(step);
  await records.steps.commit({ ...completed(step), cacheKey: `key-${name}`, outputs });
  await records.cache.put(`key-${name}`, { ...cacheSample(), run: run.id, outputs });
  return run;
}

describe('collectGarbage', () => {
  it('removes what nothing refers to once it is old enough, and says how much', async () => {
    await finishedRun('kept');
    await artifacts.create(keyOf('orphan'), bytes);
    nowMs += UNREFERENCED_MS;
    await artifacts.create(keyOf('young'), bytes);

    const report = await gc();

    expect(report).toMatchObject({ runs: 0, cacheEntries: 0, artifacts: { count: 1, sizeBytes: 5 } });
    expect(report.young).toEqual({ count: 1, sizeBytes: 5 });
    expect(await keys()).toEqual([keyOf('kept'), keyOf('young')]);
  });

  it('removes runs older than asked with all that only they had', async () => {
    const [old, shared] = [await finishedRun('old'), await finishedRun('shared')];
    nowMs += 30 * DAY_MS;
    const recent = await finishedRun('shared');
    const underWay = await finishedRun('busy', { status: 'running', startedAtMs: 1 });

    const report = await gc({ olderThanMs: 7 * DAY_MS });

    expect(report).toMatchObject({ runs: 2, cacheEntries: 1, artifacts: { count: 1 } });
    expect(await Promise.all([old, shared].map(({ id }) => records.runs.get(id)))).toEqual([undefined, undefined]);
    expect(await records.steps.list(old.id)).toEqual([]);
    for (const { id } of [recent, underWay]) expect(await records.runs.get(id)).toBeDefined();
    expect(await keys()).toEqual([keyOf('busy'), keyOf('shared')]);
    expect(await records.cache.get('key-old')).toBeUndefined();
    expect(await records.cache.get('key-shared')).toBeDefined();
  });

  it('keeps the run and the artifact of every version', async () => {
    const run = await finishedRun('model');
    const version = versionSample({ run: run.id, artifact: { ...artifact, type: 'model', key: keyOf('registered') } });
    await artifacts.create(keyOf('registered'), bytes);
    await records.registry.register(version);
    nowMs += 30 * DAY_MS;

    expect(await gc({ olderThanMs: 0 })).toMatchObject({ runs: 0, artifacts: { count: 0 } });
    expect(await keys()).toEqual([keyOf('model'), keyOf('registered')]);
  });

  it('keeps files that were given to runs, and the profile of a table as long as the table', async () => {
    const given = keyOf('given');
    const file = { uri: artifacts.uri(given), name: 'a.csv', sha256: 'b'.repeat(64), sizeBytes: 5 };
    await finishedRun('table', { parameters: { source: { file } } });
    for (const key of [given, profileKeyOf(keyOf('table'))]) await artifacts.create(key, bytes);
    for (const key of [keyOf('gone'), profileKeyOf(keyOf('gone'))]) await artifacts.create(key, bytes);
    nowMs += DAY_MS;

    await gc();

    expect(await keys()).toEqual([given, keyOf('table'), profileKeyOf(keyOf('table'))]);
  });

  it('removes cache entries whose artifacts are gone', async () => {
    await finishedRun('lost');
    await artifacts.remove(keyOf('lost'));

    expect(await gc()).toMatchObject({ cacheEntries: 1, artifacts: { count: 0 } });
    expect(await records.cache.get('key-lost')).toBeUndefined();
  });

  it('removes files of runs that are gone', async () => {
    const run = await finishedRun('kept');
    for (const id of [run.id, newId()]) await artifacts.replace(`runs/${id}/indices/a.json`, bytes);
    nowMs += DAY_MS;

    await gc();

    expect(await keys()).toEqual([keyOf('kept'), `runs/${run.id}/indices/a.json`]);
  });

  it('removes what killed writes left, but not what may be under way', async () => {
    const removed: string[] = [];
    const leftover = (name: string, modifiedAtMs: number) => ({
      sizeBytes: 7,
      modifiedAtMs,
      remove: async () => void removed.push(name),
    });
    artifacts = {
      ...artifacts,
      async *leftovers() {
        yield leftover('old', nowMs - UNREFERENCED_MS);
        yield leftover('under way', nowMs - 1_000);
      },
    };

    expect((await gc({ dryRun: true })).leftovers).toEqual({ count: 1, sizeBytes: 7 });
    expect(removed).toEqual([]);
    expect((await gc()).leftovers).toEqual({ count: 1, sizeBytes: 7 });
    expect(removed).toEqual(['old']);
  });

  it('changes nothing in a dry run, and counts the same', async () => {
    const { id } = await finishedRun('old');
    await artifacts.create(keyOf('orphan'), bytes);
    nowMs += DAY_MS;
    const before = await keys();

    const dry = await gc({ olderThanMs: 0, dryRun: true });

    expect(await keys()).toEqual(before);
    expect(await records.runs.get(id)).toBeDefined();
    expect(await records.cache.get('key-old')).toBeDefined();
    expect(await gc({ olderThanMs: 0 })).toEqual({ ...dry, dryRun: false });
    expect(await keys()).toEqual([]);
  });

  it('finds after a crash what was left', async () => {
    await finishedRun('old');
    nowMs += DAY_MS;
    const broken = { ...artifacts, remove: () => Promise.reject(new Error('killed')) };
    const crashed = collectGarbage({ records, artifacts: broken, nowMs }, { dryRun: false, olderThanMs: 0 });
    await expect(crashed).rejects.toThrow('killed');

    expect(await gc({ olderThanMs: 0 })).toMatchObject({ runs: 0, artifacts: { count: 1 } });
    expect(await keys()).toEqual([]);
  });

  it('leaves an artifact that a run renews after it was found to be garbage', async () => {
    await artifacts.create(keyOf('reused'), bytes);
    nowMs += DAY_MS;
    const { list } = artifacts;
    const renewedWhenListed: ArtifactStore = {
      ...artifacts,
      async *list(prefix) {
        for await (const object of list(prefix)) {
          nowMs += 1;
          if (prefix === 'artifacts/') await artifacts.renew(object.key); // as a live run, just then
          yield object;
        }
      },
    };

    const report = await collectGarbage({ records, artifacts: renewedWhenListed, nowMs }, { dryRun: false });

    expect(report.artifacts.count).toBe(0);
    expect(await keys()).toEqual([keyOf('reused')]);
  });
});
