import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf, withFileContent } from '../../../../src/stacks/aws/artifacts/content.ts';

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  path = join(folder, 'table');
  await writeFile(path, 'one two three');
});
afterEach(() => rm(folder, { recursive: true }));

describe('contentOf', () => {
  it('gives slices of bytes', async () => {
    const content = contentOf(Buffer.from('one two three'));
    expect(content.sizeBytes).toBe(13);
    expect(Buffer.from(await content.slice(4, 7)).toString()).toBe('two');
  });
});

describe('withFileContent', () => {
  it('gives slices of a file', async () => {
    const read = withFileContent(path, async ({ sizeBytes, slice }) => [
      sizeBytes,
      Buffer.from(await slice(4, 7)).toString(),
    ]);
    expect(await read).toEqual([13, 'two']);
  });

  it('says that a file became shorter', async () => {
    const reading = withFileContent(path, async ({ slice }) => {
      await truncate(path, 5);
      return slice(4, 7);
    });
    await expect(reading).rejects.toThrow('became shorter');
  });
});
