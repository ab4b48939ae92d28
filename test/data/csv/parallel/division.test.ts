import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { type Division, divisionHere } from '../../../../src/data/csv/parallel/division.ts';

describe('divisionHere', () => {
  it('has a thread for each core up to four, where there are several', () => {
    const cores = availableParallelism();
    expect(divisionHere()?.threadCount).toBe(cores < 2 ? undefined : Math.min(4, cores));
  });

  it('does not divide in a bundle, which has no file for a worker', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    try {
      const outfile = join(folder, 'index.mjs');
      const entry = join(import.meta.dirname, '../../../../src/data/csv/parallel/division.ts');
      await build({ entryPoints: [entry], outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'silent' });
      const bundled = (await import(pathToFileURL(outfile).href)) as { divisionHere: () => Division | undefined };
      expect(bundled.divisionHere()).toBeUndefined();
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
