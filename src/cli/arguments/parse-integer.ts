import { SluiceError } from '../../errors/sluice-error.ts';

/** A whole number within limits, for the option of that name. Throws `cli.bad-number`. */
export function parseInteger(option: string, word: string, min: number, max: number): number {
  const value = /^\d+$/.test(word) ? Number(word) : Number.NaN;
  if (value >= min && value <= max) return value;
  throw new SluiceError({
    code: 'cli.bad-number',
    message: `${option} is no whole number within its limits`,
    seen: word,
    allowed: `a whole number from ${min} to ${max}`,
    mend: `give ${option} such a number`,
  });
}

/** A TCP port; 0 takes a free one. Throws `cli.bad-number`. */
export function parsePort(word: string): number {
  return parseInteger('--port', word, 0, 65_535);
}
