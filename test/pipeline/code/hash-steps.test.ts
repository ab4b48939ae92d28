import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSteps } from '../../../src/pipeline/code/hash-steps.ts';
import type { AnyStepDefinition } from '../../../src/pipeline/step.ts';

const definition = (name: string, version?: string): AnyStepDefinition => ({
  name,
  inputs: {},
  outputs: {},
  run: () => ({}),
  ...(version === undefined ? {} : { version }),
});
const project = {
  'package-lock.json': '{ "packages": { "node_modules/maths": { "version": "1.0.0", "integrity": "sha512-a" } } }',
  'pipelines/p/train.ts': "import { fit } from './fit.ts';\nexport const train = { run: (x: number) => fit(x) };",
  'pipelines/p/fit.ts': 'export const fit = (x: number) => x * 2;\nexport const other = (x: number) => x * 3;',
  'pipelines/p/report.ts': "import { sum } from 'maths';\nexport const report = { run: () => sum([1]) };",
};
type Project = typeof project;

let folder: string;
let root: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  root = join(folder, 'project');
  await mkdir(join(root, 'pipelines/p'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

/** The hashes of a project in which these files are changed so. */
async function hashes(changes: { readonly [K in keyof Project]?: string } = {}) {
  const files = Object.entries({ ...project, ...changes });
  for (const [path, content] of files) await writeFile(join(root, path), content);
  const steps = new Map(['train', 'report'].map((name) => [name, definition(name)]));
  const paths = [...steps.keys()].map((name) => {
    const path = join(root, 'pipelines/p', `${name}.ts`);
    return [name, { path, exportName: name }] as const;
  });
  return hashSteps(root, steps, new Map(paths));
}

describe('hashSteps', () => {
  it('changes with the code of a step alone', async () => {
    const before = await hashes();

    const after = await hashes({
      'pipelines/p/train.ts': project['pipelines/p/train.ts'].replace('fit(x)', 'fit(-x)'),
    });

    expect(after['train']).not.toBe(before['train']);
    expect(after['report']).toBe(before['report']);
  });

  it('changes with the contract of a table that the step gives', async () => {
    const giving = (min: number) => ({
      'pipelines/p/train.ts': "import { orders } from './fit.ts';\nexport const train = { outputs: { rows: orders } };",
      'pipelines/p/fit.ts': `export const orders = { name: 'table', contract: { columns: { price: { min: ${min} } } } };`,
    });

    const [before, after] = [await hashes(giving(0)), await hashes(giving(1))];

    expect(after['train']).not.toBe(before['train']);
  });

  it('changes with what the step reaches in another file, and with nothing else there', async () => {
    const before = await hashes();

    const reached = await hashes({ 'pipelines/p/fit.ts': project['pipelines/p/fit.ts'].replace('x * 2', 'x * 4') });
    const beside = await hashes({ 'pipelines/p/fit.ts': project['pipelines/p/fit.ts'].replace('x * 3', 'x * 4') });

    expect(reached['train']).not.toBe(before['train']);
    expect(beside).toEqual(before);
  });

  it('does not change with comments, white space, types or the folder of the project', async () => {
    const before = await hashes();

    const dressed = await hashes({
      'pipelines/p/fit.ts': `// doubles\n\n${project['pipelines/p/fit.ts'].replace('(x: number)', '(x:   any)')}`,
    });
    await rename(root, join(folder, 'moved'));
    root = join(folder, 'moved');

    expect(dressed).toEqual(before);
    expect(await hashes()).toEqual(before);
  });

  it('changes with the locked packages that a step imports', async () => {
    const before = await hashes();

    const after = await hashes({ 'package-lock.json': project['package-lock.json'].replace('sha512-a', 'sha512-b') });

    expect(after['report']).not.toBe(before['report']);
    expect(after['train']).toBe(before['train']);
  });

  it('hashes a step made inline by its version', async () => {
    const of = (version: string) => hashSteps(root, new Map([['s', definition('s', version)]]), new Map());

    expect(await of('1')).toEqual(await of('1'));
    expect(await of('2')).not.toEqual(await of('1'));
  });
});
