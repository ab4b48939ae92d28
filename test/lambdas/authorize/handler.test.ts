import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { authorizeHandler } from '../../../lambdas/authorize/handler.ts';
import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import type { RecordStore } from '../../../src/tracking/record-store.ts';
import { createToken, type NewToken } from '../../../src/tracking/tokens/create-token.ts';
import { revokeToken } from '../../../src/tracking/tokens/revoke-token.ts';

const API = 'arn:aws:execute-api:eu-west-1:123456789012:abc123/v1';
const methodArn = `${API}/POST/models/rents/invocations`;

let records: RecordStore;
let made: NewToken;
beforeEach(async () => {
  records = openSqliteRecords(':memory:');
  const wish = { name: 'ci', scopes: ['predict', 'read'], expiresAtMs: 1_000 } as const;
  made = await createToken(records.tokens, wish, { by: 'user:ann', atMs: 0 });
});
afterEach(() => records.close());

const ask = (authorizationToken: string, nowMs = 0) =>
  authorizeHandler(records.tokens, () => nowMs)({ authorizationToken, methodArn });

describe('the authoriser', () => {
  it('tells API Gateway whose token it is, and the function behind what for', async () => {
    await expect(ask(`Bearer ${made.text}`)).resolves.toMatchObject({
      principalId: made.token.id,
      context: { scopes: 'predict read' },
    });
  });

  it('lets through all of the API, because its answer is used again for every other request with the token', async () => {
    const { policyDocument } = await ask(`Bearer ${made.text}`);
    expect(policyDocument).toEqual({
      Version: '2012-10-17',
      Statement: [{ Action: 'execute-api:Invoke', Effect: 'Allow', Resource: `${API}/*` }],
    });
  });

  it('takes the scheme in any case, as HTTP has it', async () => {
    await expect(ask(`bearer  ${made.text}`)).resolves.toBeDefined();
  });

  it.each([
    ['no token', () => 'Bearer '],
    ['another scheme', () => `Basic ${made.text}`],
    ['a token alone', () => made.text],
    ['more than a token', () => `Bearer ${made.text} x`],
    ['an unknown token', () => `Bearer sluice_000000000000_${'0'.repeat(64)}`],
    ['a wrong secret', () => `Bearer ${made.text.slice(0, -64)}${'0'.repeat(64)}`],
  ])('refuses %s by the word that API Gateway makes a 401 of', async (_, header) => {
    await expect(ask(header())).rejects.toThrow(/^Unauthorized$/);
  });

  it('refuses a token from the moment that it expires or is revoked', async () => {
    const header = `Bearer ${made.text}`;
    await expect(ask(header, 999)).resolves.toBeDefined();
    await expect(ask(header, 1_000)).rejects.toThrow(/^Unauthorized$/);

    await revokeToken(records.tokens, made.token.id, 5);

    await expect(ask(header, 5)).rejects.toThrow(/^Unauthorized$/);
  });

  it('lets nobody in while the records cannot be read, and does not call that the caller’s fault', async () => {
    const down = { get: () => Promise.reject(new Error('no network')) };
    const asked = authorizeHandler(down)({ authorizationToken: `Bearer ${made.text}`, methodArn });
    await expect(asked).rejects.toThrow('no network');
  });
});
