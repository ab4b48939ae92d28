import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TokenStore } from '../../../src/tracking/record-store.ts';
import { createToken } from '../../../src/tracking/tokens/create-token.ts';
import { verifyToken } from '../../../src/tracking/tokens/verify-token.ts';
import { AT_MS, tokenWorld } from './token-world.ts';

let world: ReturnType<typeof tokenWorld>;
beforeEach(() => {
  world = tokenWorld();
});
afterEach(() => world.close());

describe('a token that was made', () => {
  it('opens, and says whose it is and what for', async () => {
    const { token, text } = await world.create({ scopes: ['predict', 'read'] });

    await expect(verifyToken(world.tokens, text, AT_MS)).resolves.toEqual(token);
    expect(token).toMatchObject({
      name: 'ci of rents',
      scopes: ['predict', 'read'],
      createdBy: 'user:ann',
      createdAtMs: AT_MS,
    });
  });

  it('is kept without its secret', async () => {
    const { token, text } = await world.create();
    const secret = text.slice(text.lastIndexOf('_') + 1);

    expect(secret).toHaveLength(64);
    expect(JSON.stringify([token, await world.tokens.get(token.id)])).not.toContain(secret);
  });

  it('opens with no other secret, and its secret no other token', async () => {
    const [one, other] = [await world.create(), await world.create()];

    await expect(world.opens(one.text.slice(0, 20) + other.text.slice(20))).resolves.toBe(false);
    await expect(world.opens(one.text.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')))).resolves.toBe(false);
    await expect(world.opens('sluice')).resolves.toBe(false);
  });

  it('opens until it expires', async () => {
    const { text } = await world.create({ expiresAtMs: AT_MS + 10 });

    await expect(world.opens(text, AT_MS + 9)).resolves.toBe(true);
    await expect(world.opens(text, AT_MS + 10)).resolves.toBe(false);
  });

  it('gets another id when its own is taken', async () => {
    const taken: string[] = [];
    const crowded: Pick<TokenStore, 'replace'> = {
      replace: async (token) => (taken.push(token.id) === 1 ? false : world.tokens.replace(token)),
    };

    const { token } = await createToken(crowded, { name: 'ci', scopes: [] }, { by: 'user:ann', atMs: AT_MS });

    expect(taken).toEqual([expect.any(String), token.id]);
    expect(taken[0]).not.toBe(token.id);
  });

  it.each(['', ' ci', 'a\nb', '-', 'x'.repeat(65)])('cannot be called %j', async (name) => {
    await expect(world.create({ name })).rejects.toMatchObject({ code: 'token.bad-name' });
  });
});
