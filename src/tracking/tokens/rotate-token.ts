import { SluiceError } from '../../errors/sluice-error.ts';
import type { TokenStore } from '../record-store.ts';
import { changeToken } from './change-token.ts';
import type { NewToken } from './create-token.ts';
import { formatToken, hashSecret, newSecret } from './token-text.ts';
import { stateOfToken, type Token } from './token.ts';

export interface Rotation {
  readonly atMs: number;
  /** How long the secret before works on; not at all if 0. */
  readonly overlapMs: number;
  /** When the token expires from now on; as before unless given. */
  readonly expiresAtMs?: number;
}

/** Gives a token another secret. Throws `token.unknown`, `token.revoked`, `token.expired`. */
export async function rotateToken(
  tokens: Pick<TokenStore, 'get' | 'replace'>,
  id: string,
  rotation: Rotation,
): Promise<NewToken> {
  const secret = newSecret();
  const token = await changeToken(tokens, id, (standing) => rotated(standing, hashSecret(secret), rotation));
  return { token, text: formatToken({ id, secret }) };
}

function rotated({ previous: _previous, ...token }: Token, secretSha256: string, rotation: Rotation): Token {
  const { atMs, overlapMs, expiresAtMs = token.expiresAtMs } = rotation;
  const renewed: Token = {
    ...token,
    secretSha256,
    rotatedAtMs: atMs,
    ...(expiresAtMs === undefined ? {} : { expiresAtMs }),
  };
  const state = stateOfToken(renewed, atMs);
  if (state === 'revoked') throw isRevoked(token);
  if (state === 'expired') throw isExpired(token);
  if (overlapMs === 0) return renewed;
  const untilMs = Math.min(atMs + overlapMs, token.expiresAtMs ?? Infinity); // what has expired stays so
  return { ...renewed, previous: { secretSha256: token.secretSha256, untilMs } };
}

function isRevoked({ id, name }: Pick<Token, 'id' | 'name'>): SluiceError {
  return new SluiceError({
    code: 'token.revoked',
    message: 'a revoked token cannot be rotated',
    seen: `${id}, ${name}`,
    mend: 'make another: sluice token create NAME --scope predict',
  });
}

function isExpired({ id, name }: Pick<Token, 'id' | 'name'>): SluiceError {
  return new SluiceError({
    code: 'token.expired',
    message: 'the token has expired, and so would its new secret',
    seen: `${id}, ${name}`,
    mend: 'say how long it is to live from now on, as with --days 90',
  });
}
