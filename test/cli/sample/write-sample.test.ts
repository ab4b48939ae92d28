import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeSample } from '../../../src/cli/sample/write-sample.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import type { Sample } from '../../../src/pipeline/parameters.ts';

const size = { rows: 2, seed: 7 };
const sample: Sample = {
  description: 'made up',
  fileName: 'made-up.csv',
  ...size,
  *generate({ rows, seed }) {
    for (let row = 0; row < rows; row += 1) yield Buffer.from(`${row},${seed}\n`);
  },
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('writeSample', () => {
  it('writes what is generated, into folders that it makes', async () => {
    const path = join(folder, 'a/b/made-up.csv');

    await writeSample(sample, size, path);

    expect(await readFile(path, 'utf8')).toBe('0,7\n1,7\n');
  });

  it('throws sample.unwritable where no file can be', async () => {
    await expect(writeSample(sample, size, folder)).rejects.toMatchObject({
      code: 'sample.unwritable',
      facts: { seen: `${folder}: EISDIR` },
    });
  });

  it('says why nothing can be generated as the sample says it', async () => {
    const fixed = new SluiceError({ code: 'sample.fixed-rows', message: 'as many as there are', mend: 'take them' });
    const failing: Sample = {
      ...sample,
      // oxlint-disable-next-line require-yield -- it gives nothing
      *generate() {
        throw fixed;
      },
    };

    await expect(writeSample(failing, size, join(folder, 'a.csv'))).rejects.toBe(fixed);
  });
});
