import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import { hashesOf, reportOf } from './disturbed/disturbed-run.ts';
import { expectWholeHome } from './disturbed/expect-whole-home.ts';
import { expectError } from './expect-error.ts';
import { ordersFile } from './orders-file.ts';
import { sluice } from './sluice-process.ts';

describe('a home of which a part is damaged', () => {
  let folder: string;
  let home: string;
  let words: readonly string[];
  let first: RunReport;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    home = join(folder, 'home');
    const source = join(folder, 'orders.csv');
    await writeFile(source, ordersFile());
    words = ['run', 'customer-satisfaction', '--param', `source=${source}`, '--json'];
    first = reportOf(await sluice(home, words));
  });
  afterEach(() => rm(folder, { recursive: true }));

  const pathOf = (step: string, output: string) =>
    fileURLToPath(first.steps.find(({ name }) => name === step)!.outputs[output]!.uri);

  it.each([
    ['ingest', 'rows', ['testShare=0.3']],
    ['clean', 'train', ['model=ridge']],
    ['train', 'model', ['maxMse=2']],
  ])(
    'names the artifact of %s.%s whose bytes were changed, and goes on when it is removed',
    async (step, output, given) => {
      const path = pathOf(step, output);
      const bytes = await readFile(path);
      bytes[Math.floor(bytes.length * 0.7)]! ^= 4;
      await writeFile(path, bytes);
      const again = [...words, '--param', ...given];

      expectError(await sluice(home, again), { exit: 1, code: 'artifact.damaged', says: path });

      await rm(path);
      reportOf(await sluice(home, again));
      expect(hashesOf(reportOf(await sluice(home, words)))).toEqual(hashesOf(first));
      await expectWholeHome(home);
    },
  );

  it('releases a successor of a champion that is gone, and says that it was held against none', async () => {
    await rm(pathOf('train', 'model'));

    const { run, release } = reportOf(await sluice(home, [...words, '--param', 'model=ridge']));

    expect(release).toMatchObject({ version: 2 });
    expect((await sluice(home, ['show', run.id])).stdout).toContain("champion version 1 can't be read any more");
    expect((await sluice(home, ['predict', 'customer-satisfaction', '--data', '{"inputs":[{}]}'])).code).toBe(0);
  });

  it('serves no model that was cut off', async () => {
    const path = pathOf('train', 'model');
    await truncate(path, 100);

    const ended = await sluice(home, ['predict', 'customer-satisfaction', '--data', '{"inputs":[{}]}', '--json']);

    expectError(ended, { exit: 1, code: 'artifact.damaged', says: path });
  });

  it('names a record that is no longer JSON', async () => {
    using records = new DatabaseSync(join(home, 'records.sqlite'));
    records.exec(`UPDATE runs SET document = '{"v":1,"id":"'`);

    for (const command of [['runs'], ['show', first.run.id], ['replay', first.run.id]])
      expectError(await sluice(home, [...command, '--json']), { exit: 1, code: 'records.corrupt', says: '{\\"v\\":1' });
  });

  it('names records that were cut off, and begins anew when they are moved away', async () => {
    const path = join(home, 'records.sqlite');
    new DatabaseSync(path).close(); // takes in what lies beside it
    await truncate(path, 20_000);

    for (const command of [words, ['runs', '--json'], ['models', '--json']])
      expectError(await sluice(home, command), { exit: 1, code: 'records.corrupt', says: 'move it away' });

    for (const name of await readdir(home)) if (name.startsWith('records.sqlite')) await rm(join(home, name));
    expect(hashesOf(reportOf(await sluice(home, words)))).toEqual(hashesOf(first));
  });

  it('runs on when what it remembers of files is nonsense', async () => {
    const notes = join(home, 'fingerprints');
    for (const name of await readdir(notes).catch(() => [])) await writeFile(join(notes, name), '{"mark":');

    const { steps } = reportOf(await sluice(home, words));

    expect(steps.find(({ name }) => name === 'ingest')!.status).toBe('cached');
  });
});
