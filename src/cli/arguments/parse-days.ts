import { parseInteger } from './parse-integer.ts';

const DAY_MS = 86_400_000;
const MAX_DAYS = 3_650;

/** When the days of `--days` are over, as an option of what expires; nothing where none are given. Throws `cli.bad-number`. */
export function parseDays(word: string | undefined, nowMs: number): { readonly expiresAtMs?: number } {
  return word === undefined ? {} : { expiresAtMs: nowMs + parseInteger('--days', word, 1, MAX_DAYS) * DAY_MS };
}
