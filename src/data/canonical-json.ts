import { SluiceError } from '../errors/sluice-error.ts';

/** A value that JSON can hold, `-0` as itself. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The one JSON text of a value: keys in code unit order, no spaces; throws `data.not-finite` for NaN and infinities. */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item: Json) => canonicalJson(item)).join(',')}]`;
  const members = Object.entries(value).toSorted(([left], [right]) => (left < right ? -1 : 1));
  return `{${members.map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`).join(',')}}`;
}

/** JSON.stringify would write null for what is not finite, and drop the sign of -0. */
function numberText(value: number): string {
  if (Number.isFinite(value)) return Object.is(value, -0) ? '-0' : String(value);
  throw new SluiceError({
    code: 'data.not-finite',
    message: 'JSON cannot hold a number that is not finite',
    seen: String(value),
    allowed: 'finite numbers',
    mend: 'look at how the number was made: a division by zero, or more than the range of numbers holds',
  });
}
