import { createHash, randomBytes } from 'node:crypto';

const ID_BYTES = 6;
const SECRET_BYTES = 32;

/**
 * What the text of a token looks like: a prefix that scanners for leaked secrets can look for, and no character at which a
 * double click ends.
 */
export const TOKEN_PATTERN = `sluice_([0-9a-f]{${2 * ID_BYTES}})_([0-9a-f]{${2 * SECRET_BYTES}})`;

const WHOLE_TOKEN = new RegExp(`^${TOKEN_PATTERN}$`);

/** What the text of a token says. */
export interface TokenParts {
  readonly id: string;
  readonly secret: string;
}

/** The text that a bearer sends. */
export function formatToken({ id, secret }: TokenParts): string {
  return `sluice_${id}_${secret}`;
}

/** The parts of a token's text; undefined for any other text. */
export function parseToken(text: string): TokenParts | undefined {
  const [, id, secret] = WHOLE_TOKEN.exec(text) ?? [];
  return id === undefined || secret === undefined ? undefined : { id, secret };
}

/** The id in a word that is one, or the whole token, as somebody has it who found it where it should not be. */
export function idOfToken(word: string): string {
  return parseToken(word)?.id ?? word;
}

/** The id of a new token. */
export function newTokenId(): string {
  return randomBytes(ID_BYTES).toString('hex');
}

/** A secret of 256 random bits. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('hex');
}

/** What is kept of a secret. A slow hash is for passwords, which can be guessed; nobody guesses one of 2^256 secrets. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
