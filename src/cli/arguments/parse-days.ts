import { parseInteger } from './parse-integer.ts';

const DAY_MS = 86_400_000;
const MAX_DAYS = 3_650;

/** When as many days as `--days` says are over; nothing where it is not given. Throws `cli.bad-number`. */
export function parseDays(word: string | undefined, nowMs: number): { readonly expiresAtMs?: number } {
  return word === undefined ? {} : { expiresAtMs: nowMs + parseInteger('--days', word, 1, MAX_DAYS) * DAY_MS };
}
