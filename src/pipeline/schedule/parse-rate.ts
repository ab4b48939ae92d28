import { SluiceError } from '../../errors/sluice-error.ts';
import type { Rate } from './schedule-expression.ts';

const UNITS_MS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** Reads `5 minutes`, `1 day`. Throws `schedule.bad-rate`. */
export function parseRate(body: string): Rate {
  const [, digits, unit, plural] = /^(\d{1,9}) (minute|hour|day)(s?)$/.exec(body) ?? [];
  const value = Number(digits);
  if (unit === undefined || value < 1) throw badRate(body, 'write rate(1 hour) or rate(5 minutes)');
  const isPlural = plural === 's';
  const rightUnit = value === 1 ? unit : `${unit}s`;
  if (isPlural !== value > 1) throw badRate(body, `write rate(${value} ${rightUnit})`);
  return { kind: 'rate', everyMs: value * UNITS_MS[unit as keyof typeof UNITS_MS] };
}

function badRate(body: string, mend: string): SluiceError {
  return new SluiceError({
    code: 'schedule.bad-rate',
    message: 'a rate cannot be read',
    seen: `rate(${body})`,
    allowed: 'a whole number from 1, one space, and minute, hour or day, with an s unless the number is 1',
    mend,
  });
}
