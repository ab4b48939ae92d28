import { SluiceError } from '../errors/sluice-error.ts';

/** The first part of a store's own files, which are no artifacts. */
export const RESERVED_PART = '.tmp';

const PART = /^[A-Za-z0-9._=@#-]{1,255}$/;
const MAX_KEY_LENGTH = 1024;

/** Throws `artifact.bad-key` unless a key is by the grammar of artifact keys, on every store the same. */
export function checkArtifactKey(key: string): void {
  const parts = key.split('/');
  const good = key.length <= MAX_KEY_LENGTH && parts[0] !== RESERVED_PART && parts.every(isPart);
  if (!good) badKey(key);
}

/** Throws `artifact.bad-key` unless keys can start with this. */
export function checkPrefix(prefix: string): void {
  if (!prefix.split('/').slice(0, -1).every(isPart) || !/^[A-Za-z0-9._=@#/-]*$/.test(prefix)) badKey(prefix);
}

function isPart(part: string): boolean {
  return PART.test(part) && part !== '.' && part !== '..';
}

function badKey(key: string): never {
  throw new SluiceError({
    code: 'artifact.bad-key',
    message: 'this is no key of an artifact',
    seen: JSON.stringify(key.slice(0, 200)),
    allowed: `parts of letters, digits and . _ = @ # - (no '.', '..' or leading '${RESERVED_PART}'), joined by /`,
    mend: 'name pipelines, steps, outputs and files with these characters only',
  });
}
