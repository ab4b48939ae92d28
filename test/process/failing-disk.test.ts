import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultAt, hashesOf, reportOf, runUndisturbed, runWords, writeSource } from './disturbed/disturbed-run.ts';
import { expectWholeHome } from './disturbed/expect-whole-home.ts';
import { expectError } from './expect-error.ts';
import { sluice } from './sluice-process.ts';

/** At shares of the operations on files and records of a run. */
const faults = ['ENOSPC', 'EIO'].flatMap((fault) => [0, 0.3, 0.6, 0.85].map((share) => ({ fault, share })));

describe('a run whose disk fails', () => {
  let folder: string;
  let home: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    home = join(folder, 'disturbed');
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(faults)('with $fault at $share of the way says so, and the next is right', async ({ fault, share }) => {
    const source = await writeSource(folder, Math.round(share * 100) + fault.length * 1_000);
    const { hashes, operationCount } = await runUndisturbed(join(folder, 'undisturbed'), source);

    const ended = await sluice(home, runWords(source), faultAt(fault, 1 + Math.floor(share * operationCount)));

    expectError(ended, { exit: 1, code: codeIn(ended.stderr), says: fault });
    expect(await readdir(join(home, 'store/.tmp')).catch(() => [])).toEqual([]);
    expect(hashesOf(reportOf(await sluice(home, runWords(source))))).toEqual(hashes);
    await expectWholeHome(home);
  });

  it('leaves no run behind that reads as running', async () => {
    const { runs } = JSON.parse((await sluice(home, ['runs', '--limit', '100', '--json'])).stdout);

    const statuses = runs.map(({ status }: { status: string }) => status);
    expect([...new Set(statuses)].toSorted()).toEqual(['completed', 'failed', 'interrupted']);
  });
});

describe('a run that may write no file of that size', () => {
  it('says so, leaves nothing behind, and is right when it may', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    const home = join(folder, 'home');
    const words = runWords(await writeSource(folder, 1));
    const limited = ['-c', 'ulimit -f 500; exec "$0" "$@"', process.execPath, 'src/cli/bin.mjs', ...words];
    const env = { ...process.env, SLUICE_HOME: home };

    const ended = spawnSync('sh', limited, { cwd: join(import.meta.dirname, '../..'), env, encoding: 'utf8' });

    const says = 'ulimit -f';
    expectError({ ...ended, code: ended.status }, { exit: 1, code: 'artifact.write-failed', says });
    expect(await readdir(join(home, 'store/.tmp'))).toEqual([]);
    reportOf(await sluice(home, words));
    await expectWholeHome(home);
    await rm(folder, { recursive: true });
  });
});

/** Which of these it is, the operation decides. */
function codeIn(stderr: string): string {
  return /\[(home\.unwritable|artifact\.write-failed|records\.unusable)\]/.exec(stderr)?.[1] ?? 'none of these';
}
