import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import { fakeContext } from './fake-context.ts';
import { runOf } from './records.ts';

/** Modules by folder: what a project's `pipeline.ts` may look like. */
const PIPELINES = {
  orders: `export const orders = { name: 'orders', nodes: [], steps: new Map(), parameters: {}, samples: { source: {
    description: 'generated', fileName: 'o.csv', rows: 2, *generate({ rows, seed }) { yield Buffer.from(rows + ';' + seed); } } } };`,
  bare: `export const bare = { name: 'bare', nodes: [], steps: new Map(), parameters: {}, samples: {} };`,
  empty: 'export const nothing = 1;',
  broken: `throw new TypeError('broken on purpose');`,
};

describe('runCommandLine', () => {
  let folder: string;
  let context: ReturnType<typeof fakeContext>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    context = fakeContext(folder);
    for (const [name, code] of Object.entries(PIPELINES)) {
      await mkdir(join(folder, 'pipelines', name), { recursive: true });
      await writeFile(join(folder, 'pipelines', name, 'pipeline.ts'), code);
    }
  });
  afterEach(() => rm(folder, { recursive: true }));

  const errors = () => context.errors.join('');

  async function record(...ids: string[]): Promise<void> {
    const { records, close } = await openStack('local', { home: context.home, root: folder });
    const { id: experimentId } = await records.experiments.ensure('orders', 1);
    for (const id of ids) await records.runs.create(runOf({ id, experimentId }));
    await close();
  }

  it.each([
    ['rnu', 'cli.unknown-command', 'did you mean run?'],
    ['runs --jsn', 'cli.usage', 'did you mean --json?'],
    ['run', 'cli.usage', '--help'],
    ['run ordres', 'pipeline.unknown', 'did you mean orders?'],
    ['run orders --param l2', 'cli.bad-parameter', 'NAME=VALUE'],
    ['serve --port http', 'cli.bad-number', '--port'],
    ['show abc', 'run.unknown', 'sluice runs'],
    ['predict nobody --data {}', 'predict.nothing-released', 'run the pipeline'],
    ['sample bare --rows 1 --seed 1 --out x', 'sample.none', 'a file of your own'],
  ])('ends `%s` with 2 and %s', async (line, code, mend) => {
    await expect(runCommandLine(line.split(' '), context)).resolves.toBe(2);
    expect(errors()).toContain(`[${code}]`);
    expect(errors()).toContain(mend);
    expect(errors()).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['sample broken --rows 1 --seed 1 --out x', 'pipeline.not-loaded', 'broken on purpose'],
    ['sample empty --rows 1 --seed 1 --out x', 'pipeline.not-exported', "pipeline('empty'"],
    ['predict m --data nowhere.json', 'data.file-missing', 'nowhere.json'],
  ])('ends `%s` with 1 and %s', async (line, code, seen) => {
    await expect(runCommandLine(line.split(' '), context)).resolves.toBe(1);
    expect(errors()).toContain(`[${code}]`);
    expect(errors()).toContain(seen);
  });

  it('writes a sample of the rows and seed asked for', async () => {
    const path = join(folder, 'made', 'o.csv');
    const words = ['sample', 'orders', '--rows', '3', '--seed', '9', '--out', path];
    await expect(runCommandLine(words, context)).resolves.toBe(0);
    await expect(readFile(path, 'utf8')).resolves.toBe('3;9');
  });

  it('says where a sample cannot be written', async () => {
    const words = ['sample', 'orders', '--rows', '3', '--seed', '9', '--out', folder];
    await expect(runCommandLine(words, context)).resolves.toBe(1);
    expect(errors()).toContain('[sample.unwritable]');
  });

  it('finds a run by how its id begins, and asks for more of it when several do', async () => {
    await record('ab'.padEnd(32, '0'), 'ac'.padEnd(32, '0'));
    await expect(runCommandLine(['show', 'ab', '--json'], context)).resolves.toBe(0);
    expect(JSON.parse(context.outputs.join(''))).toMatchObject({ run: { id: 'ab'.padEnd(32, '0') } });
    await expect(runCommandLine(['show', 'a'], context)).resolves.toBe(2);
    expect(errors()).toContain('[run.ambiguous]');
  });

  it('lists runs and models as one JSON document each', async () => {
    await record('ab'.padEnd(32, '0'));
    await runCommandLine(['runs', '--json'], context);
    await runCommandLine(['models', '--json'], context);
    const [runs, models] = context.outputs.map((text): unknown => JSON.parse(text));
    expect(runs).toMatchObject({ runs: [{ pipeline: 'orders', stack: 'local' }] });
    expect(models).toEqual({ models: [] });
  });

  it('tells of what no command foresaw without a stack', async () => {
    const broken = { ...context, openStack: () => Promise.reject(new RangeError('out of paper')) };
    await expect(runCommandLine(['runs'], broken)).resolves.toBe(1);
    expect(errors()).toContain('[cli.unexpected]');
    expect(errors()).toContain('RangeError: out of paper');
  });

  it('prints help and version with 0, and help with 2 when no command is given', async () => {
    await expect(runCommandLine(['--help'], context)).resolves.toBe(0);
    await expect(runCommandLine(['--version'], context)).resolves.toBe(0);
    await expect(runCommandLine([], context)).resolves.toBe(2);
  });
});
