import { timingSafeEqual } from 'node:crypto';
import type { TokenStore } from '../record-store.ts';
import { hashSecret, parseToken } from './token-text.ts';
import { stateOfToken, type Token } from './token.ts';

/** The token that a text is of, if it can be used now; undefined for any other text. */
export async function verifyToken(
  tokens: Pick<TokenStore, 'get'>,
  text: string,
  nowMs: number,
): Promise<Token | undefined> {
  const parts = parseToken(text);
  const token = parts && (await tokens.get(parts.id));
  if (!token || stateOfToken(token, nowMs) !== 'active') return undefined;
  return hashesNow(token, nowMs).some((sha256) => isSame(sha256, hashSecret(parts.secret))) ? token : undefined;
}

/** Of the secrets that work: the newest, and after a rotation for a while the one before. */
function hashesNow({ secretSha256, previous }: Token, nowMs: number): string[] {
  return previous && nowMs < previous.untilMs ? [secretSha256, previous.secretSha256] : [secretSha256];
}

/** Takes as long wherever they differ, so that the time of an answer tells nothing. */
function isSame(left: string, right: string): boolean {
  return timingSafeEqual(Buffer.from(left, 'hex'), Buffer.from(right, 'hex'));
}
