import { SluiceError } from '../../errors/sluice-error.ts';

const UNITS_MS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/** A duration as `30d` in milliseconds, for the option of that name. Throws `cli.bad-duration`. */
export function parseDuration(option: string, word: string): number {
  const [, count, unit] = /^(\d{1,6})([smhdw])$/.exec(word) ?? [];
  if (count !== undefined) return Number(count) * UNITS_MS[unit as keyof typeof UNITS_MS];
  throw new SluiceError({
    code: 'cli.bad-duration',
    message: `${option} is no duration`,
    seen: word,
    allowed: 'a whole number and one of s, m, h, d, w: 90s, 12h, 30d',
    mend: `write it as ${option} 30d`,
  });
}
