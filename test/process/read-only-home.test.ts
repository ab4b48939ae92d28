import { spawnSync } from 'node:child_process';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportOf } from './disturbed/disturbed-run.ts';
import { expectError } from './expect-error.ts';
import { ordersFile } from './orders-file.ts';
import { sluice, type Ended } from './sluice-process.ts';

const root = join(import.meta.dirname, '../..');
/** The superuser may write everything, so that it has to be another: nobody. */
const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

function asUser(words: readonly string[], home: string): Ended {
  const env = { ...process.env, SLUICE_HOME: home, NO_COLOR: '1' };
  const options = { ...user, cwd: root, env, encoding: 'utf8' } as const;
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, ['src/cli/bin.mjs', ...words], options);
  return { code: status, signal, stdout, stderr };
}

/** A checkout in the superuser's own folder is closed to nobody. */
const isReadable = asUser(['help'], tmpdir()).code === 0;

describe.skipIf(!isReadable)('a home that may only be read', () => {
  let folder: string;
  let home: string;
  let run: readonly string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    home = join(folder, 'home');
    const source = join(folder, 'orders.csv');
    await writeFile(source, ordersFile());
    run = ['run', 'customer-satisfaction', '--param', `source=${source}`, '--json'];
    reportOf(await sluice(home, run));
    await chmod(folder, 0o755);
    await allow(home, { folders: 0o555, files: 0o444 });
  });
  afterAll(async () => {
    await allow(home, { folders: 0o755, files: 0o644 });
    await rm(folder, { recursive: true });
  });

  it.each([
    [['runs', '--json'], '"status":"completed"'],
    [['show', 'latest', '--json'], '"status":"completed"'],
    [['models', '--json'], 'customer-satisfaction'],
    [['why', 'latest', 'train'], 'no earlier run had the same code'],
    [['lineage', 'customer-satisfaction@champion'], 'made from'],
    [['profile', 'latest/clean.train'], 'review_score'],
    [['compare', 'latest', 'latest'], 'mse'],
    [['gc', '--dry-run'], 'nothing to remove'],
  ])('lets %j read what is in it', (words, says) => {
    const { code, stdout, stderr } = asUser(words, home);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(says);
  });

  it('is named by every command that would write it, with the way out', () => {
    for (const words of [run, ['replay', 'latest', '--json']])
      expectError(asUser(words, home), { exit: 1, code: 'records.unusable', says: 'SLUICE_HOME' });
  });

  it('is what `doctor` finds wrong, and the records in it whole', () => {
    const { code, stdout } = asUser(['doctor', '--json'], home);
    const { findings } = JSON.parse(stdout) as { findings: { part: string; state: string }[] };
    expect(code).toBe(1);
    expect(findings.filter(({ state }) => state === 'wrong')).toMatchObject([{ part: 'home' }]);
    expect(findings).toContainEqual(expect.objectContaining({ part: 'records', state: 'good' }));
  });

  it('is left as it was: whole for who may write it', async () => {
    const before = await readdir(home);
    asUser(run, home);

    expect(await readdir(home)).toEqual(before);
    await allow(home, { folders: 0o755, files: 0o644 });
    expect(JSON.parse((await sluice(home, ['runs', '--json'])).stdout).runs).toHaveLength(1);
  });
});

async function allow(folder: string, rights: { readonly folders: number; readonly files: number }): Promise<void> {
  await chmod(folder, rights.folders | 0o200);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) await allow(path, rights);
    else await chmod(path, rights.files);
  }
  await chmod(folder, rights.folders);
}
