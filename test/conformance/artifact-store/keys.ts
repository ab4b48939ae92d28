import { describe, expect, it } from 'vitest';
import { bytesOf, newFolder, type OpenArtifacts, opened, textAt } from './opened.ts';

const badKeys = ['', '/a', 'a/', 'a//b', '..', 'a/../b', './a', 'a/.', 'a b', 'a\\b', 'ä', 'a\n', 'a?', '.tmp/a'];

export function keyCases(open: OpenArtifacts): void {
  describe('keys', () => {
    const artifacts = opened(open);

    it('may have every character of the grammar', async () => {
      const { store } = artifacts();
      const key = `${newFolder()}/pipeline.v2/step@map#3/a=1_b-c/..x`;
      await store.create(key, bytesOf('found'));
      expect(await textAt(store, key)).toBe('found');
    });

    it.each(badKeys)('may not be %j', async (key) => {
      const { store } = artifacts();
      const refusal = expect.objectContaining({ code: 'artifact.bad-key' });
      await expect(store.create(key, bytesOf('x'))).rejects.toEqual(refusal);
      await expect(store.createFromFile(key, 'x')).rejects.toEqual(refusal);
      await expect(store.replace(key, bytesOf('x'))).rejects.toEqual(refusal);
      await expect(store.read(key)).rejects.toEqual(refusal);
      await expect(store.readRange(key, 0, 1)).rejects.toEqual(refusal);
      await expect(store.size(key)).rejects.toEqual(refusal);
      await expect(store.remove(key)).rejects.toEqual(refusal);
      expect(() => store.stream(key)).toThrow(refusal);
      expect(() => store.uri(key)).toThrow(refusal);
    });

    it.each(['/a', 'a//b', '../a', 'a/../', 'a b'])('may not start with %j', (prefix) => {
      expect(() => artifacts().store.list(prefix)).toThrow(expect.objectContaining({ code: 'artifact.bad-key' }));
    });

    it('have a URI of their own', () => {
      const { store, second } = artifacts();
      const uri = store.uri('artifacts/a/b@c#1');
      expect(new URL(uri).protocol).toMatch(/^(file|s3|memory):$/);
      expect(second.uri('artifacts/a/b@c#1')).toBe(uri);
      expect(store.uri('artifacts/a/b@c#2')).not.toBe(uri);
    });
  });
}
