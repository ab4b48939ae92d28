import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { revokeToken } from '../../../src/tracking/tokens/revoke-token.ts';
import { rotateToken } from '../../../src/tracking/tokens/rotate-token.ts';
import { AT_MS, tokenWorld } from './token-world.ts';

let world: ReturnType<typeof tokenWorld>;
beforeEach(() => {
  world = tokenWorld();
});
afterEach(() => world.close());

describe('revokeToken', () => {
  it('ends every secret of a token, at once', async () => {
    const before = await world.create();
    const after = await rotateToken(world.tokens, before.token.id, { atMs: AT_MS, overlapMs: 100 });

    await revokeToken(world.tokens, before.token.id, AT_MS);

    await expect(Promise.all([before, after].map(({ text }) => world.opens(text)))).resolves.toEqual([false, false]);
  });

  it('may be repeated; the first revocation stands', async () => {
    const { token } = await world.create();
    const first = await revokeToken(world.tokens, token.id, AT_MS + 1);

    await expect(revokeToken(world.tokens, token.id, AT_MS + 2)).resolves.toEqual(first);
    expect(first.revokedAtMs).toBe(AT_MS + 1);
  });

  it('throws token.unknown for a token that is none', async () => {
    await expect(revokeToken(world.tokens, '000000000000', AT_MS)).rejects.toMatchObject({ code: 'token.unknown' });
  });
});
