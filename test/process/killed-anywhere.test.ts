import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../pipelines/customer-satisfaction/sample/random.ts';
import {
  faultAt,
  hashesOf,
  killAfter,
  reportOf,
  runUndisturbed,
  runWords,
  writeSource,
  type Undisturbed,
} from './disturbed/disturbed-run.ts';
import { expectWholeHome } from './disturbed/expect-whole-home.ts';
import { sluice } from './sluice-process.ts';

/** Half of them at a moment of time, half in an operation on files or records: both spread over the whole run. */
const killCount = Number(process.env['SLUICE_TEST_KILLS'] ?? 8);
const seed = Number(process.env['SLUICE_TEST_SEED'] ?? Date.now() % 1_000_000);
const random = new Random(seed);
const instants = Array.from({ length: killCount }, (_, number) => ({
  number,
  kind: number % 2 === 0 ? ('time' as const) : ('operation' as const),
  percent: Math.floor((100 * (number + random.unit())) / killCount),
}));

describe('a run that is killed at a random instant, in a home where others were before', () => {
  let folder: string;
  let home: string;
  const known = new Set<string>();
  beforeAll(async () => {
    console.info(`SLUICE_TEST_SEED=${seed}`);
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    home = join(folder, 'disturbed');
  });
  afterAll(() => rm(folder, { recursive: true }));

  const json = async (...words: string[]) => JSON.parse((await sluice(home, [...words, '--json'])).stdout);
  /** The run that is new since the last look; none if it was killed before it was recorded. */
  async function newRun(): Promise<{ id: string; status: string } | undefined> {
    const { runs } = (await json('runs')) as { runs: { id: string; status: string }[] };
    const found = runs.filter(({ id }) => !known.has(id));
    for (const { id } of found) known.add(id);
    expect(found.length).toBeLessThanOrEqual(1);
    return found[0];
  }

  it.each(instants)('kill $number: by $kind, at $percent hundredths of the way', async ({ number, kind, percent }) => {
    const source = await writeSource(folder, number);
    const undisturbed = await runUndisturbed(join(folder, 'undisturbed'), source);

    await kill(kind, percent / 100, source, undisturbed);

    const killed = await newRun();
    await expectWholeHome(home);
    if (killed) expect((await json('show', killed.id)).run.status).toBe(killed.status);
    if (killed) expect(killed.status).toMatch(/^(interrupted|completed)$/);
    const again = reportOf(await sluice(home, killed ? ['run', '--resume', killed.id, '--json'] : runWords(source)));
    known.add(again.run.id);
    expect(hashesOf(again)).toEqual(undisturbed.hashes);
    await expectWholeHome(home);
  });

  async function kill(
    kind: 'time' | 'operation',
    share: number,
    source: string,
    { durationMs, operationCount }: Undisturbed,
  ): Promise<void> {
    if (kind === 'time') return killAfter(home, source, share * durationMs);
    const environment = faultAt('SIGKILL', 1 + Math.floor(share * operationCount));
    const ended = await sluice(home, runWords(source), environment);
    // Beside the champion of another run the gate may refuse the model, so that there is no operation of that number.
    if (ended.signal !== 'SIGKILL') reportOf(ended);
  }
});
