import { createHash } from 'node:crypto';
import { appendFile, chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markOf } from '../../../src/stacks/local/file-mark.ts';
import { localSourceFile, openLocalSourceFile } from '../../../src/stacks/local/local-source-file.ts';
import { collect } from '../../collect.ts';

const text = 'price,city\n1,São Paulo\n';
let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  path = join(folder, 'orders #1.csv');
  await writeFile(path, text);
});
afterEach(() => rm(folder, { recursive: true }));

describe('openLocalSourceFile', () => {
  it('knows name, place, hash and size of a file', async () => {
    expect(await openLocalSourceFile(path)).toMatchObject({
      name: 'orders #1.csv',
      uri: pathToFileURL(path).href,
      sha256: createHash('sha256').update(text).digest('hex'),
      sizeBytes: Buffer.byteLength(text),
    });
  });

  it('reads its bytes, as often as asked', async () => {
    const file = await openLocalSourceFile(path);
    expect(Buffer.concat(await collect(file.read())).toString()).toBe(text);
    expect(Buffer.concat(await collect(file.read())).toString()).toBe(text);
  });

  it('says, at the end of the bytes, that they changed', async () => {
    const file = await openLocalSourceFile(path);
    await appendFile(path, '2,Rio\n');
    const chunks: Uint8Array[] = [];
    const reading = (async () => {
      for await (const chunk of file.read()) chunks.push(chunk);
    })();
    await expect(reading).rejects.toMatchObject({ code: 'data.file-changed' });
    expect(Buffer.concat(chunks).toString()).toBe(`${text}2,Rio\n`);
  });

  it('takes the word of who vouches for its bytes, but not for a change while it is read', async () => {
    const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(path);
    const file = localSourceFile({ name, uri, sha256, sizeBytes }, async () => (await markOf(path))!.text);
    expect(Buffer.concat(await collect(file.read())).toString()).toBe(text);

    const reading = (async () => {
      for await (const _chunk of file.read()) await appendFile(path, '2,Rio\n');
    })();

    await expect(reading).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it('says that a file went away', async () => {
    const file = await openLocalSourceFile(path);
    await rm(path);
    await expect(collect(file.read())).rejects.toMatchObject({ code: 'data.file-missing' });
  });

  it('names the nearest file when there is none', async () => {
    await expect(openLocalSourceFile(join(folder, 'order #1.csv'))).rejects.toMatchObject({
      code: 'data.file-missing',
      facts: { mend: `did you mean '${path}'?` },
    });
  });

  it.each(['weather.parquet', 'none/orders.csv'])('has no guess for %s', async (name) => {
    await expect(openLocalSourceFile(join(folder, name))).rejects.toMatchObject({
      code: 'data.file-missing',
      facts: { mend: 'give the path of a file that is there' },
    });
  });

  it('refuses a folder', async () => {
    await expect(openLocalSourceFile(folder)).rejects.toMatchObject({ code: 'data.file-is-directory' });
  });

  it.each(['/dev/null', '/dev/zero'])('refuses %s, which is no regular file', async (device) => {
    await expect(openLocalSourceFile(device)).rejects.toMatchObject({ code: 'data.file-not-regular' });
  });

  it('names the home folder for a tilde that the shell has left', async () => {
    await expect(openLocalSourceFile('~/none.csv')).rejects.toMatchObject({
      code: 'data.file-missing',
      facts: { mend: `did you mean '${join(homedir(), 'none.csv')}'?` },
    });
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read a file', async () => {
    await chmod(path, 0);
    await expect(openLocalSourceFile(path)).rejects.toMatchObject({ code: 'data.file-unreadable' });
  });
});

describe('parts of a local file', () => {
  it('are those asked for, and end where the file ends', async () => {
    const file = await openLocalSourceFile(path);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 30 }), fc.nat({ max: 30 }), async (start, end) => {
        expect(Buffer.from(await file.readRange(start, end))).toEqual(Buffer.from(text).subarray(start, end));
      }),
    );
  });

  it('are refused when the file is not the one of the hash', async () => {
    const file = await openLocalSourceFile(path);
    await writeFile(path, text.replace('1', '2'));
    await expect(file.readRange(0, 5)).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it.each([
    ['grows', () => appendFile(path, '2,Rio\n')],
    ['is emptied', () => writeFile(path, '')],
    [
      'is replaced by an equal one',
      async () => {
        await writeFile(`${path}.new`, text);
        await rename(`${path}.new`, path);
      },
    ],
  ])('are refused when the file %s between two of them', async (_, change) => {
    const file = await openLocalSourceFile(path);
    await file.readRange(0, 5);
    await change();
    await expect(file.readRange(0, 5)).rejects.toMatchObject({ code: 'data.file-changed' });
  });

  it('are missing with the file', async () => {
    const file = await openLocalSourceFile(path);
    await rm(path);
    await expect(file.readRange(0, 5)).rejects.toMatchObject({ code: 'data.file-missing' });
  });
});

describe('localSourceFile', () => {
  it('reads a file of which all is known, without reading it before', async () => {
    const { read: _, readRange: __, ...facts } = await openLocalSourceFile(path);
    expect(Buffer.concat(await collect(localSourceFile(facts).read())).toString()).toBe(text);
    const other = localSourceFile({ ...facts, sha256: '0'.repeat(64) });
    await expect(collect(other.read())).rejects.toMatchObject({ code: 'data.file-changed' });
  });
});
