import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leftoversBeside } from '../../../src/stacks/local/leftovers-beside.ts';

const note = 'a'.repeat(64);
/** Of a process that is gone. */
const gone = spawnSync(process.execPath, ['--version']).pid;

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), 'sluice-'))));
afterEach(() => rm(folder, { recursive: true }));

async function put(path: string, text: string, seconds = 1_000): Promise<void> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, text);
  await utimes(whole, seconds, seconds);
  await utimes(dirname(whole), 500, 500);
}

const found = () =>
  Array.fromAsync(
    leftoversBeside({
      home: join(folder, 'home'),
      noteFolders: [join(folder, 'home/fingerprints'), join(folder, 'none')],
      temporary: join(folder, 'tmp'),
    }),
  );
const everyFile = async () =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map(({ name }) => name);

describe('leftoversBeside', () => {
  it('finds parts of notes and of samples, and leaves those that are whole', async () => {
    await put(`home/fingerprints/${note}.json`, '{}');
    await put(`home/fingerprints/${note}.json.4711`, 'half');
    await put('home/fingerprints/notes-of-mine.4711', 'not ours');
    await put('home/samples/orders/orders.2017', 'a sample');
    await put('home/samples/orders/orders.csv.4711.part', 'begun');

    const leftovers = await found();

    expect(leftovers).toMatchObject([
      { sizeBytes: 4, modifiedAtMs: 1_000_000 },
      { sizeBytes: 5, modifiedAtMs: 1_000_000 },
    ]);
    for (const leftover of leftovers) await leftover.remove();
    expect((await everyFile()).toSorted()).toEqual([`${note}.json`, 'notes-of-mine.4711', 'orders.2017']);
  });

  it('finds spools of processes that are gone, as young as their last file', async () => {
    await put(`tmp/sluice-spool-${gone}-AbCd12/0.arrow`, 'rows', 2_000);
    await put(`tmp/sluice-spool-${gone}-AbCd12/1.arrow`, 'more rows', 3_000);
    await put(`tmp/sluice-spool-${process.pid}-AbCd12/0.arrow`, 'under way');
    await put('tmp/sluice-AbCd12/0.arrow', 'of something else');

    const leftovers = await found();

    expect(leftovers).toMatchObject([{ sizeBytes: 13, modifiedAtMs: 3_000_000 }]);
    await leftovers[0]!.remove();
    expect(await readdir(join(folder, 'tmp'))).toEqual(['sluice-AbCd12', `sluice-spool-${process.pid}-AbCd12`]);
    await expect(leftovers[0]!.remove()).resolves.toBeUndefined();
  });

  it('finds none where nothing was ever written', async () => {
    expect(await found()).toEqual([]);
  });
});
