import type { TokenStore } from '../record-store.ts';
import { changeToken } from './change-token.ts';
import type { Token } from './token.ts';

/** Ends a token for ever; the first revocation stands. Throws `token.unknown`. */
export function revokeToken(tokens: Pick<TokenStore, 'get' | 'replace'>, id: string, atMs: number): Promise<Token> {
  return changeToken(tokens, id, (token) =>
    token.revokedAtMs === undefined ? { ...token, revokedAtMs: atMs } : token,
  );
}
