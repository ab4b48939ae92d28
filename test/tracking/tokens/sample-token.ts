import { hashSecret } from '../../../src/tracking/tokens/token-text.ts';
import type { Token } from '../../../src/tracking/tokens/token.ts';

export const SECRET = 'a'.repeat(64);

/** An active token of `SECRET`. */
export function sampleToken(changes: Partial<Token> = {}): Token {
  return {
    v: 1,
    id: '0123456789ab',
    name: 'ci',
    scopes: ['predict'],
    sequence: 1,
    secretSha256: hashSecret(SECRET),
    createdAtMs: 1_000,
    createdBy: 'user:ann',
    ...changes,
  };
}
