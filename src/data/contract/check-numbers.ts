import type { NumericColumn } from '../table.ts';
import type { NumberRules } from './contract.ts';
import { type Violation, ViolationBuilder } from './violation.ts';

/** Which rules, but the one for missing values, a column of numbers or times breaks. */
export function checkNumbers(name: string, { values }: NumericColumn, rules: NumberRules): Violation[] {
  return [...checkRange(name, values, rules), ...checkOneOf(name, values, rules), ...checkUnique(name, values, rules)];
}

function checkRange(name: string, values: Float64Array, { min, max }: NumberRules): readonly Violation[] {
  if (min === undefined && max === undefined) return [];
  const builder = new ViolationBuilder(rangeInWords(name, min, max));
  const least = min ?? Number.NEGATIVE_INFINITY;
  const most = max ?? Number.POSITIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value < least || value > most) builder.add(row, value);
  }
  return builder.finish();
}

function rangeInWords(name: string, min: number | undefined, max: number | undefined): string {
  if (min === undefined) return `'${name}' is at most ${max}`;
  return max === undefined ? `'${name}' is at least ${min}` : `'${name}' is from ${min} to ${max}`;
}

function checkOneOf(name: string, values: Float64Array, { oneOf }: NumberRules): readonly Violation[] {
  if (oneOf === undefined) return [];
  const builder = new ViolationBuilder(`'${name}' is one of ${oneOf.join(', ')}`);
  const allowed = new Set(oneOf);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isNaN(value) && !allowed.has(value)) builder.add(row, value);
  }
  return builder.finish();
}

function checkUnique(name: string, values: Float64Array, { unique }: NumberRules): readonly Violation[] {
  if (unique !== true) return [];
  const repeated = repeatedValues(values);
  const builder = new ViolationBuilder(`'${name}' is unique`);
  for (let row = 0; repeated.size > 0 && row < values.length; row++) {
    const value = values[row]!;
    if (repeated.has(value)) builder.add(row, value);
  }
  return builder.finish();
}

/** By a sorted copy: 8 bytes a row, where a set of all values would take ten times that. */
function repeatedValues(values: Float64Array): ReadonlySet<number> {
  const sorted = values.toSorted();
  const repeated = new Set<number>();
  for (let index = 1; index < sorted.length; index++) {
    if (sorted[index] === sorted[index - 1]) repeated.add(sorted[index]!);
  }
  return repeated;
}
