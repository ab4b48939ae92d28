import type { TokenStore } from '../tracking/record-store.ts';
import { verifyToken } from '../tracking/tokens/verify-token.ts';
import type { Authenticate } from './guard.ts';
import { CHALLENGE, tokenRefused } from './token-refused.ts';

const BEARER = /^Bearer +(\S+)$/i;

/** The text of the token in an `Authorization` header; undefined where there is none. */
export function bearerIn(header: string): string | undefined {
  return BEARER.exec(header)?.[1];
}

/** Knows callers by their tokens, each read anew for each request, so that one that was revoked is refused at once. */
export function bearerAuthentication(tokens: Pick<TokenStore, 'get'>, now: () => number): Authenticate {
  return async (context) => {
    const text = bearerIn(context.req.header('authorization') ?? '');
    const token = text && (await verifyToken(tokens, text, now()));
    if (token) return token.scopes;
    context.header('www-authenticate', text === undefined ? CHALLENGE : `${CHALLENGE}, error="invalid_token"`);
    throw tokenRefused();
  };
}
