import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TokenStore } from '../../../src/tracking/record-store.ts';
import { revokeToken } from '../../../src/tracking/tokens/revoke-token.ts';
import { rotateToken } from '../../../src/tracking/tokens/rotate-token.ts';
import { verifyToken } from '../../../src/tracking/tokens/verify-token.ts';
import { AT_MS, tokenWorld } from './token-world.ts';

let world: ReturnType<typeof tokenWorld>;
beforeEach(() => {
  world = tokenWorld();
});
afterEach(() => world.close());

describe('rotateToken', () => {
  it('makes a secret that opens at once, and ends the one before', async () => {
    const before = await world.create();
    const after = await rotateToken(world.tokens, before.token.id, { atMs: AT_MS + 5, overlapMs: 0 });

    await expect(world.opens(before.text)).resolves.toBe(false);
    await expect(verifyToken(world.tokens, after.text, AT_MS)).resolves.toEqual(after.token);
    expect(after.token).toMatchObject({ id: before.token.id, name: before.token.name, rotatedAtMs: AT_MS + 5 });
  });

  it('lets the secret before work on for an overlap', async () => {
    const before = await world.create();
    const after = await rotateToken(world.tokens, before.token.id, { atMs: AT_MS, overlapMs: 100 });

    await expect(world.opens(before.text, AT_MS + 99)).resolves.toBe(true);
    await expect(world.opens(before.text, AT_MS + 100)).resolves.toBe(false);
    await expect(world.opens(after.text, AT_MS + 100)).resolves.toBe(true);
  });

  it('ends an overlap when it is done again without one', async () => {
    const first = await world.create();
    const { id } = first.token;
    const second = await rotateToken(world.tokens, id, { atMs: AT_MS, overlapMs: 100 });
    const third = await rotateToken(world.tokens, id, { atMs: AT_MS, overlapMs: 0 });

    await expect(Promise.all([first, second, third].map(({ text }) => world.opens(text)))).resolves.toEqual([
      false,
      false,
      true,
    ]);
  });

  it('gives no expired secret another life', async () => {
    const before = await world.create({ expiresAtMs: AT_MS + 10 });
    const atMs = AT_MS + 20;
    const after = await rotateToken(world.tokens, before.token.id, { atMs, overlapMs: 100, expiresAtMs: atMs + 50 });

    await expect(world.opens(before.text, atMs)).resolves.toBe(false);
    await expect(world.opens(after.text, atMs + 49)).resolves.toBe(true);
    await expect(world.opens(after.text, atMs + 50)).resolves.toBe(false);
  });

  it('refuses a token that has expired, unless it is to live on', async () => {
    const { token } = await world.create({ expiresAtMs: AT_MS + 10 });
    const rotated = rotateToken(world.tokens, token.id, { atMs: AT_MS + 10, overlapMs: 0 });
    await expect(rotated).rejects.toMatchObject({ code: 'token.expired' });
  });

  it('refuses a revoked token, and one that is none', async () => {
    const { token } = await world.create();
    await revokeToken(world.tokens, token.id, AT_MS);
    const rotation = { atMs: AT_MS, overlapMs: 0 };

    await expect(rotateToken(world.tokens, token.id, rotation)).rejects.toMatchObject({ code: 'token.revoked' });
    await expect(rotateToken(world.tokens, '000000000000', rotation)).rejects.toMatchObject({ code: 'token.unknown' });
  });

  it('does not undo a revocation that came between', async () => {
    const before = await world.create();
    const { id } = before.token;
    let isFirst = true;
    const slow: Pick<TokenStore, 'get' | 'replace'> = {
      get: (asked) => world.tokens.get(asked),
      replace: async (token) => {
        if (isFirst) await revokeToken(world.tokens, id, AT_MS);
        isFirst = false;
        return world.tokens.replace(token);
      },
    };

    await expect(rotateToken(slow, id, { atMs: AT_MS, overlapMs: 100 })).rejects.toMatchObject({
      code: 'token.revoked',
    });
    await expect(world.opens(before.text)).resolves.toBe(false);
  });
});
