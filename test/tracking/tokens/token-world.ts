import { openSqliteRecords } from '../../../src/stacks/local/records/open.ts';
import { createToken, type NewToken, type TokenWish } from '../../../src/tracking/tokens/create-token.ts';
import { verifyToken } from '../../../src/tracking/tokens/verify-token.ts';

export const AT_MS = 1_000_000;

/** Tokens in memory. */
export function tokenWorld() {
  const records = openSqliteRecords(':memory:');
  const { tokens } = records;
  return {
    tokens,
    close: () => records.close(),
    /** Makes a token at `AT_MS`. */
    create: (wish: Partial<TokenWish> = {}): Promise<NewToken> =>
      createToken(tokens, { name: 'ci of rents', scopes: ['predict'], ...wish }, { by: 'user:ann', atMs: AT_MS }),
    opens: async (text: string, nowMs = AT_MS): Promise<boolean> =>
      (await verifyToken(tokens, text, nowMs)) !== undefined,
  };
}
