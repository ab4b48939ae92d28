import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore, TokenStore } from '../../../src/tracking/record-store.ts';
import { createToken, type NewToken, type TokenWish } from '../../../src/tracking/tokens/create-token.ts';
import { revokeToken } from '../../../src/tracking/tokens/revoke-token.ts';
import { rotateToken } from '../../../src/tracking/tokens/rotate-token.ts';
import { verifyToken } from '../../../src/tracking/tokens/verify-token.ts';

const AT_MS = 1_000_000;
let records: RecordStore;
let tokens: TokenStore;
beforeEach(() => {
  records = openSqliteRecords(':memory:');
  tokens = records.tokens;
});
afterEach(() => records.close());

const create = (wish: Partial<TokenWish> = {}): Promise<NewToken> =>
  createToken(tokens, { name: 'ci of rents', scopes: ['predict'], ...wish }, { by: 'user:ann', atMs: AT_MS });
const opens = async (text: string, nowMs = AT_MS): Promise<boolean> =>
  (await verifyToken(tokens, text, nowMs)) !== undefined;

describe('a token that was made', () => {
  it('opens, and says whose it is and what for', async () => {
    const { token, text } = await create({ scopes: ['predict', 'read'] });

    await expect(verifyToken(tokens, text, AT_MS)).resolves.toEqual(token);
    expect(token).toMatchObject({
      name: 'ci of rents',
      scopes: ['predict', 'read'],
      createdBy: 'user:ann',
      createdAtMs: AT_MS,
    });
  });

  it('is kept without its secret', async () => {
    const { token, text } = await create();
    const secret = text.slice(text.lastIndexOf('_') + 1);

    expect(secret).toHaveLength(64);
    expect(JSON.stringify([token, await tokens.get(token.id)])).not.toContain(secret);
  });

  it('opens with no other secret, and its secret no other token', async () => {
    const [one, other] = [await create(), await create()];

    await expect(opens(one.text.slice(0, 20) + other.text.slice(20))).resolves.toBe(false);
    await expect(opens(one.text.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).resolves.toBe(false);
    await expect(opens('sluice')).resolves.toBe(false);
  });

  it('opens until it expires', async () => {
    const { text } = await create({ expiresAtMs: AT_MS + 10 });

    await expect(opens(text, AT_MS + 9)).resolves.toBe(true);
    await expect(opens(text, AT_MS + 10)).resolves.toBe(false);
  });

  it('gets another id when its own is taken', async () => {
    const taken: string[] = [];
    const crowded: Pick<TokenStore, 'replace'> = {
      replace: async (token) => (taken.push(token.id) === 1 ? false : tokens.replace(token)),
    };

    const { token } = await createToken(crowded, { name: 'ci', scopes: [] }, { by: 'user:ann', atMs: AT_MS });

    expect(taken).toEqual([expect.any(String), token.id]);
    expect(taken[0]).not.toBe(token.id);
  });

  it.each(['', ' ci', 'a\nb', '-', 'x'.repeat(65)])('cannot be called %j', async (name) => {
    await expect(create({ name })).rejects.toMatchObject({ code: 'token.bad-name' });
  });
});

describe('rotateToken', () => {
  it('makes a secret that opens at once, and ends the one before', async () => {
    const before = await create();
    const after = await rotateToken(tokens, before.token.id, { atMs: AT_MS + 5, overlapMs: 0 });

    await expect(opens(before.text)).resolves.toBe(false);
    await expect(verifyToken(tokens, after.text, AT_MS)).resolves.toEqual(after.token);
    expect(after.token).toMatchObject({ id: before.token.id, name: before.token.name, rotatedAtMs: AT_MS + 5 });
  });

  it('lets the secret before work on for an overlap', async () => {
    const before = await create();
    const after = await rotateToken(tokens, before.token.id, { atMs: AT_MS, overlapMs: 100 });

    await expect(opens(before.text, AT_MS + 99)).resolves.toBe(true);
    await expect(opens(before.text, AT_MS + 100)).resolves.toBe(false);
    await expect(opens(after.text, AT_MS + 100)).resolves.toBe(true);
  });

  it('ends an overlap when it is done again without one', async () => {
    const first = await create();
    const { id } = first.token;
    const second = await rotateToken(tokens, id, { atMs: AT_MS, overlapMs: 100 });
    const third = await rotateToken(tokens, id, { atMs: AT_MS, overlapMs: 0 });

    await expect(Promise.all([first, second, third].map(({ text }) => opens(text)))).resolves.toEqual([
      false,
      false,
      true,
    ]);
  });

  it('gives no expired secret another life', async () => {
    const before = await create({ expiresAtMs: AT_MS + 10 });
    const atMs = AT_MS + 20;
    const after = await rotateToken(tokens, before.token.id, { atMs, overlapMs: 100, expiresAtMs: atMs + 50 });

    await expect(opens(before.text, atMs)).resolves.toBe(false);
    await expect(opens(after.text, atMs + 49)).resolves.toBe(true);
    await expect(opens(after.text, atMs + 50)).resolves.toBe(false);
  });

  it('refuses a token that has expired, unless it is to live on', async () => {
    const { token } = await create({ expiresAtMs: AT_MS + 10 });
    const rotated = rotateToken(tokens, token.id, { atMs: AT_MS + 10, overlapMs: 0 });
    await expect(rotated).rejects.toMatchObject({ code: 'token.expired' });
  });

  it('refuses a revoked token, and one that is none', async () => {
    const { token } = await create();
    await revokeToken(tokens, token.id, AT_MS);
    const rotation = { atMs: AT_MS, overlapMs: 0 };

    await expect(rotateToken(tokens, token.id, rotation)).rejects.toMatchObject({ code: 'token.revoked' });
    await expect(rotateToken(tokens, '000000000000', rotation)).rejects.toMatchObject({ code: 'token.unknown' });
  });

  it('does not undo a revocation that came between', async () => {
    const before = await create();
    const { id } = before.token;
    let isFirst = true;
    const slow: Pick<TokenStore, 'get' | 'replace'> = {
      get: (asked) => tokens.get(asked),
      replace: async (token) => {
        if (isFirst) await revokeToken(tokens, id, AT_MS);
        isFirst = false;
        return tokens.replace(token);
      },
    };

    await expect(rotateToken(slow, id, { atMs: AT_MS, overlapMs: 100 })).rejects.toMatchObject({
      code: 'token.revoked',
    });
    await expect(opens(before.text)).resolves.toBe(false);
  });
});

describe('revokeToken', () => {
  it('ends every secret of a token, at once', async () => {
    const before = await create();
    const after = await rotateToken(tokens, before.token.id, { atMs: AT_MS, overlapMs: 100 });

    await revokeToken(tokens, before.token.id, AT_MS);

    await expect(Promise.all([before, after].map(({ text }) => opens(text)))).resolves.toEqual([false, false]);
  });

  it('may be repeated; the first revocation stands', async () => {
    const { token } = await create();
    const first = await revokeToken(tokens, token.id, AT_MS + 1);

    await expect(revokeToken(tokens, token.id, AT_MS + 2)).resolves.toEqual(first);
    expect(first.revokedAtMs).toBe(AT_MS + 1);
  });

  it('throws token.unknown for a token that is none', async () => {
    await expect(revokeToken(tokens, '000000000000', AT_MS)).rejects.toMatchObject({ code: 'token.unknown' });
  });
});
