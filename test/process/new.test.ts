import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);
/** What of this project another one has. */
const SHARED = ['src', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json', 'vitest.config.ts'];

describe('sluice new', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    for (const name of SHARED) await symlink(join(root, name), join(folder, name));
  });
  afterAll(() => rm(folder, { recursive: true }));

  const environment = () => ({ ...process.env, SLUICE_HOME: join(folder, '.sluice'), NO_COLOR: '1' });
  const node = (...words: string[]) => run(process.execPath, words, { cwd: folder, env: environment() });
  const sluice = (...words: string[]) => node(join(root, 'src/cli/bin.mjs'), ...words);

  it('writes a pipeline that runs, and its test, which passes', async () => {
    const { stdout } = await sluice('new', 'flat-rents');
    expect(stdout).toContain('pipelines/flat-rents/pipeline.ts');
    expect(stdout).toContain('test/pipelines/flat-rents/pipeline.test.ts');

    const report = JSON.parse((await sluice('run', 'flat-rents', '--json')).stdout);
    expect(report).toMatchObject({ run: { status: 'completed' }, release: { model: 'flat-rents', version: 1 } });

    const vitest = join(root, 'node_modules/vitest/vitest.mjs');
    const tested = await node(vitest, 'run', '--project', 'unit', 'test/pipelines/flat-rents');
    expect(tested.stdout).toMatch(/Tests.* 3 passed/);
  });

  it('writes nothing into a folder that is no project', async () => {
    const cwd = join(folder, 'pipelines');
    await expect(run(process.execPath, [join(root, 'src/cli/bin.mjs'), 'new', 'x'], { cwd })).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringContaining('[new.no-project]'),
    });
    await expect(readdir(join(cwd, 'pipelines'))).rejects.toThrow('ENOENT');
  });

  it('leaves nothing of the name of the template', async () => {
    for (const file of ['pipeline.ts', 'columns.ts', 'sample.ts']) {
      const text = await readFile(join(folder, 'pipelines/flat-rents', file), 'utf8');
      expect(text).not.toMatch(/my-?pipeline/i);
    }
  });

  it.each([
    ['flat-rents', 'new.exists', 2],
    ['Flat Rents', 'new.bad-name', 2],
    ['../elsewhere', 'new.bad-name', 2],
  ])('refuses the name %s', async (name, code, exitCode) => {
    await expect(sluice('new', name)).rejects.toMatchObject({
      code: exitCode,
      stderr: expect.stringContaining(`[${code}]`),
    });
  });
});
