import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesOf, listedKeys, newFolder, type OpenArtifacts, opened, textAt } from './opened.ts';

const MEGABYTE = 1024 * 1024;

export function writeCases(open: OpenArtifacts): void {
  describe('writing', () => {
    const artifacts = opened(open);
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    });
    afterAll(() => rm(folder, { recursive: true }));

    it('creates a key once and leaves it as it is', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/metrics`;
      expect(await store.create(key, bytesOf('first'))).toBe('created');
      expect(await second.create(key, bytesOf('second'))).toBe('exists');
      expect(await textAt(second, key)).toBe('first');
    });

    it('lets one of many writers at once create a key', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/metrics`;
      const texts = Array.from({ length: 10 }, (_, writer) => `writer ${writer}`);
      const outcomes = await Promise.all(
        texts.map((text, writer) => (writer % 2 === 0 ? store : second).create(key, bytesOf(text))),
      );
      expect(outcomes.filter((outcome) => outcome === 'created')).toHaveLength(1);
      expect(await textAt(store, key)).toBe(texts[outcomes.indexOf('created')]);
    });

    it('creates a key from a file, once', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/table`;
      const path = join(folder, 'table');
      await writeFile(path, 'from a file');
      expect(await store.createFromFile(key, path)).toBe('created');
      expect(await second.createFromFile(key, path)).toBe('exists');
      expect(await textAt(store, key)).toBe('from a file');
    });

    it('creates a key from a file too large for one request, once', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/table`;
      const path = join(folder, 'large');
      const bytes = randomBytes(70 * MEGABYTE + 1);
      await writeFile(path, bytes);
      expect(await store.createFromFile(key, path)).toBe('created');
      expect(await second.createFromFile(key, path)).toBe('exists');
      expect(Buffer.compare((await store.read(key)) ?? Buffer.alloc(0), bytes)).toBe(0);
    });

    it('creates nothing from a file that is not there', async () => {
      const { store } = artifacts();
      const prefix = newFolder();
      await expect(store.createFromFile(`${prefix}/table`, join(folder, 'none'))).rejects.toBeInstanceOf(Error);
      expect(await listedKeys(store, prefix)).toEqual([]);
    });

    it('keeps an artifact of no bytes', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/empty`;
      await store.create(key, new Uint8Array(0));
      expect(await store.read(key)).toHaveLength(0);
      expect(await store.size(key)).toBe(0);
    });

    it('replaces what was there, and what was not', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/report`;
      await store.replace(key, bytesOf('a first report'));
      await second.replace(key, bytesOf('a second'));
      expect(await textAt(store, key)).toBe('a second');
    });

    it('removes a key, and is content if there is none', async () => {
      const { store, second } = artifacts();
      const key = `${newFolder()}/metrics`;
      await store.create(key, bytesOf('gone soon'));
      await second.remove(key);
      await store.remove(key);
      expect(await store.read(key)).toBeUndefined();
      expect(await store.create(key, bytesOf('again'))).toBe('created');
    });
  });
}
