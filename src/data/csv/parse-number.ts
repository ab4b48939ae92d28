const NUMBER = /^[ \t]*([+-]?)((?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?|inf(?:inity)?)[ \t]*$/i;

/** The number a text spells in decimals, with or without exponent, or as infinity; NaN for any other text. */
export function parseNumber(text: string): number {
  const match = NUMBER.exec(text);
  if (match === null) return Number.NaN;
  const size = /^i/i.test(match[2]!) ? Number.POSITIVE_INFINITY : Number(match[2]);
  return match[1] === '-' ? -size : size;
}
