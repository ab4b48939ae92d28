import { describe, expect, it } from 'vitest';
import type { Token } from '../../../src/tracking/tokens/token.ts';
import { inParallel, openedEach, type OpenRecords } from './opened.ts';
import { allPages, pageSizes, refusals, strict } from './pages.ts';
import { newId } from './samples.ts';

/** A new token. */
function tokenSample(changes: Partial<Token> = {}): Token {
  return {
    v: 1,
    id: newId().slice(0, 12),
    name: 'é 😀',
    scopes: ['predict', 'read'],
    sequence: 1,
    secretSha256: 'a'.repeat(64),
    createdAtMs: 1_700_000_000_000,
    createdBy: 'user:ann',
    ...changes,
  };
}

/** A token with every field that one can have. */
const worn: Partial<Token> = {
  expiresAtMs: 1_900_000_000_000,
  rotatedAtMs: 1_700_000_000_001,
  previous: { secretSha256: 'b'.repeat(64), untilMs: 1_700_000_003_600 },
  revokedAtMs: 1_700_000_000_002,
};

export function tokenCases(open: OpenRecords): void {
  describe('tokens', () => {
    const records = openedEach(open);

    it('are undefined until they are made', async () => {
      await expect(records().store.tokens.get(newId())).resolves.toBeUndefined();
    });

    it('come back as they were put, on every connection', async () => {
      const { store, second } = records();
      const token = tokenSample();
      const changed = { ...token, ...worn, sequence: 2 };

      await expect(store.tokens.replace(token)).resolves.toBe(true);
      await expect(store.tokens.get(token.id)).resolves.toEqual(token);
      await expect(store.tokens.replace(changed)).resolves.toBe(true);
      await expect((second ?? store).tokens.get(token.id)).resolves.toEqual(changed);
    });

    it('lose a field that the next does not have', async () => {
      const { tokens } = records().store;
      const token = tokenSample(worn);
      await tokens.replace(token);

      const { previous: _previous, ...rest } = token;
      await tokens.replace({ ...rest, sequence: 2 });

      await expect(tokens.get(token.id)).resolves.toEqual({ ...rest, sequence: 2 });
    });

    it.each([1, 3])('stay as they are when they moved on: from 1 to %d', async (sequence) => {
      const { tokens } = records().store;
      const token = tokenSample();
      await tokens.replace(token);

      await expect(tokens.replace({ ...token, name: 'other', sequence })).resolves.toBe(false);

      await expect(tokens.get(token.id)).resolves.toEqual(token);
    });

    it('are not made by a change', async () => {
      const { tokens } = records().store;
      const token = tokenSample({ sequence: 2 });

      await expect(tokens.replace(token)).resolves.toBe(false);

      await expect(tokens.get(token.id)).resolves.toBeUndefined();
    });

    it('are changed by one of all that try at once', async () => {
      const token = tokenSample();
      await records().store.tokens.replace(token);

      const changed = await inParallel(records(), (store, index) =>
        store.tokens.replace({ ...token, name: `name-${index}`, sequence: 2 }),
      );

      expect(changed.filter(Boolean)).toHaveLength(1);
      const name = `name-${changed.indexOf(true)}`;
      await expect(records().store.tokens.get(token.id)).resolves.toEqual({ ...token, name, sequence: 2 });
    });

    it.each(pageSizes)('are listed newest first, ties by id, %d a page', async (limit) => {
      const { tokens } = records().store;
      const made = [3, 1, 2, 2].map((ageMs) => tokenSample({ createdAtMs: 1_800_000_000_000 - ageMs }));
      for (const token of made) await tokens.replace(token);
      await tokens.replace({ ...made[1]!, ...worn, sequence: 2 });

      const listed = await allPages((page) => tokens.list(page), limit);

      const ties = [made[2]!, made[3]!].toSorted((left, right) => (left.id < right.id ? -1 : 1));
      const own = listed.filter(({ id }) => made.some((token) => token.id === id));
      expect(own).toEqual([{ ...made[1], ...worn, sequence: 2 }, ...ties, made[0]]);
    });

    it('are listed by their own cursors only', async () => {
      const { store } = records();
      await store.tokens.replace(tokenSample());
      await store.tokens.replace(tokenSample());
      const { next } = await store.tokens.list({ limit: 1 });
      const foreign = Buffer.from(JSON.stringify(['models', 'a'])).toString('base64url');

      expect(next).toEqual(expect.any(String));
      await expect(refusals((page) => store.tokens.list(page), foreign)).resolves.toEqual(strict);
    });
  });
}
