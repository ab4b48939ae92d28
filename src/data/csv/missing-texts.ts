/** Texts that stand for a missing value, unless other ones are given. */
export const DEFAULT_MISSING: readonly string[] = ['', 'NA', 'NaN', 'null'];

/** Tells, of bytes, whether they are one of the texts that stand for a missing value. */
export class MissingTexts {
  readonly texts: readonly string[];
  readonly #patterns: readonly Uint8Array[];
  readonly #longest: number;

  constructor(texts: readonly string[]) {
    this.texts = texts;
    this.#patterns = texts.map((text) => new TextEncoder().encode(text));
    this.#longest = Math.max(-1, ...this.#patterns.map((pattern) => pattern.length));
  }

  has(bytes: Uint8Array, start: number, end: number): boolean {
    if (end - start > this.#longest) return false;
    return this.#patterns.some((pattern) => equals(pattern, bytes, start, end));
  }
}

function equals(pattern: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (pattern.length !== end - start) return false;
  for (let index = 0; index < pattern.length; index++) if (pattern[index] !== bytes[start + index]) return false;
  return true;
}
