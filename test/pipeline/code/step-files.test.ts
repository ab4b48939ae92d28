import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findStepFiles } from '../../../src/pipeline/code/step-files.ts';
import type { AnyStepDefinition } from '../../../src/pipeline/step.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  const callable = 'Object.assign(() => 0, { inputs: {}, outputs: {}, run: () => ({}) })';
  await writeFile(join(folder, 'train.ts'), `export const shape = {};\nexport const trainIt = ${callable};`);
  await writeFile(join(folder, 'clean.ts'), `export const clean = ${callable};`);
  await writeFile(join(folder, 'types.d.ts'), 'export type Row = number;');
  await writeFile(join(folder, 'notes.md'), 'not code');
});
afterEach(() => rm(folder, { recursive: true }));

const exported = async (file: string, name: string): Promise<AnyStepDefinition> =>
  ((await import(pathToFileURL(join(folder, file)).href)) as Record<string, AnyStepDefinition>)[name]!;
const inline: AnyStepDefinition = { name: 'inline', version: '1', inputs: {}, outputs: {}, run: () => ({}) };

describe('findStepFiles', () => {
  it('finds the file and the name under which each step is exported', async () => {
    const steps = new Map([
      ['train', await exported('train.ts', 'trainIt')],
      ['clean', await exported('clean.ts', 'clean')],
    ]);

    expect(await findStepFiles(folder, steps)).toEqual(
      new Map([
        ['train', { path: join(folder, 'train.ts'), exportName: 'trainIt' }],
        ['clean', { path: join(folder, 'clean.ts'), exportName: 'clean' }],
      ]),
    );
  });

  it('needs no file, nor even a folder, for steps with a version', async () => {
    expect(await findStepFiles(join(folder, 'gone'), new Map([['inline', inline]]))).toEqual(new Map());
  });

  it('throws pipeline.step-without-file for a step that no file exports', async () => {
    const { version: _version, ...lost } = inline;

    await expect(findStepFiles(folder, new Map([['lost', lost]]))).rejects.toMatchObject({
      code: 'pipeline.step-without-file',
      facts: { seen: 'lost' },
    });
  });
});
