import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rememberedFingerprints } from '../../../src/stacks/local/fingerprints.ts';
import { noteFolder } from '../../../src/stacks/local/note-folder.ts';
import { fingerprintLocalFile } from '../../../src/stacks/local/local-source-file.ts';

describe('rememberedFingerprints', () => {
  let folder: string;
  let path: string;
  let reads: number;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    path = join(folder, 'orders.csv');
    reads = 0;
    await writeFile(path, 'a,b\n1,2\n');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const memory = () => join(folder, 'fingerprints');
  /** Asks as a process of its own would, so long after the file was written. */
  async function fingerprint(laterMs = 60_000) {
    const remembered = rememberedFingerprints(noteFolder(memory()), () => Date.now() + laterMs);
    return remembered.of(path, () => {
      reads += 1;
      return fingerprintLocalFile(path);
    });
  }

  it('reads a file once while it does not change', async () => {
    const first = await fingerprint();

    expect(await fingerprint()).toEqual(first);
    expect(first).toEqual(await fingerprintLocalFile(path));
    expect(reads).toBe(1);
  });

  it('reads it again when its bytes changed, though size and time of the content are set to be the same', async () => {
    const time = new Date('2020-01-01');
    await utimes(path, time, time);
    const before = await fingerprint();
    await writeFile(path, 'a,b\n3,4\n');
    await utimes(path, time, time);

    const after = await fingerprint();

    expect(after.sizeBytes).toBe(before.sizeBytes);
    expect(after.sha256).not.toBe(before.sha256);
    expect(reads).toBe(2);
  });

  it('vouches for no file that was changed a moment ago', async () => {
    await fingerprint(0);
    await fingerprint(0);
    expect(reads).toBe(2);
  });

  it('passes over what is damaged', async () => {
    const first = await fingerprint();
    const [entry] = await readdir(memory());
    await writeFile(join(memory(), entry!), '{"mark":');

    expect(await fingerprint()).toEqual(first);
    expect(reads).toBe(2);
    expect(JSON.parse(await readFile(join(memory(), entry!), 'utf8')).fingerprint).toEqual(first);
  });

  it('goes without a memory that cannot be written', async () => {
    await writeFile(memory(), 'a file in its place');
    expect(await fingerprint()).toEqual(await fingerprintLocalFile(path));
  });

  it('lets reading say that there is no file', async () => {
    path = join(folder, 'nothing.csv');
    await expect(fingerprint()).rejects.toMatchObject({ code: 'data.file-missing' });
  });

  it('vouches for the bytes that it remembers, until the file changes', async () => {
    const { sha256 } = await fingerprint();
    const { vouchFor } = rememberedFingerprints(noteFolder(memory()), Date.now);

    expect(await vouchFor(path, sha256)).toBeTypeOf('string');
    expect(await vouchFor(path, 'f'.repeat(64))).toBeUndefined();
    await writeFile(path, 'a,b\n3,4\n');
    expect(await vouchFor(path, sha256)).toBeUndefined();
    expect(await vouchFor(join(folder, 'nothing.csv'), sha256)).toBeUndefined();
  });
});
