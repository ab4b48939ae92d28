import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundle } from '../../cdk/bundle.ts';
import { entriesOf } from '../../cdk/entries.ts';

const root = join(import.meta.dirname, '../..');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('bundle', () => {
  it('makes a module of each entry that imports nothing from outside', async () => {
    const source =
      "import { nearest } from './src/errors/nearest.ts'; export const handler = () => nearest('a', ['aa']);";
    await bundle(root, folder, new Map([['pipeline/step-a', source]]));
    const path = join(folder, 'pipeline/step-a/index.mjs');
    const { handler } = await import(pathToFileURL(path).href);
    expect(handler()).toBe('aa');
    expect(await readFile(path, 'utf8')).not.toContain(root);
  });

  it('keeps the names of classes, which errors are told apart by', async () => {
    const source = 'class FarTooLate extends Error {} export const handler = () => new FarTooLate().constructor.name;';
    await bundle(root, folder, new Map([['a', source]]));

    const { handler } = await import(pathToFileURL(join(folder, 'a/index.mjs')).href);

    expect(handler()).toBe('FarTooLate');
  });

  it('makes the predict function at most 850 kB with its clients', async () => {
    await bundle(root, folder, new Map([['predict', entriesOf([]).get('predict')!]]));

    const { size } = await stat(join(folder, 'predict/index.mjs'));

    expect(size).toBeLessThanOrEqual(850_000);
  });

  it('refuses code that imports what deploys it', async () => {
    const entries = new Map([['a', "import { App } from 'aws-cdk-lib'; export const handler = () => new App();"]]);
    await expect(bundle(root, folder, entries)).rejects.toThrow(/aws-cdk-lib, which does not belong in a function/);
  });
});
