import { SluiceError } from '../../errors/sluice-error.ts';
import type { TokenStore } from '../record-store.ts';
import type { Author } from '../release/promote.ts';
import type { Scope } from './scope.ts';
import { formatToken, hashSecret, newSecret, newTokenId } from './token-text.ts';
import type { Token } from './token.ts';

/** A token whose secret was just made; its text is kept nowhere. */
export interface NewToken {
  readonly token: Token;
  /** What the bearer sends. */
  readonly text: string;
}

/** What a token is to be. */
export interface TokenWish {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly expiresAtMs?: number;
}

const NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N} ._@/+-]{0,62}[\p{L}\p{N}])?$/u;

/** Makes a token. Throws `token.bad-name`. */
export async function createToken(
  tokens: Pick<TokenStore, 'replace'>,
  wish: TokenWish,
  { by: createdBy, atMs: createdAtMs }: Author,
): Promise<NewToken> {
  if (!NAME.test(wish.name)) throw badName(wish.name);
  const secret = newSecret();
  const made = { v: 1, sequence: 1, ...wish, secretSha256: hashSecret(secret), createdAtMs, createdBy } as const;
  for (;;) {
    const token: Token = { ...made, id: newTokenId() };
    if (await tokens.replace(token)) return { token, text: formatToken({ id: token.id, secret }) };
  }
}

function badName(name: string): SluiceError {
  return new SluiceError({
    code: 'token.bad-name',
    message: 'this cannot be the name of a token',
    seen: JSON.stringify(name.slice(0, 100)),
    allowed: '1 to 64 letters, digits, spaces and . _ @ / + -, with a letter or digit at either end',
    mend: 'name the token after who or what bears it, as "ci of rents"',
  });
}
