import { SluiceError } from '../../errors/sluice-error.ts';
import type { Columns } from '../table.ts';
import { wholePattern } from './check-texts.ts';
import type { ColumnRules, Contract, NumberRules } from './contract.ts';

/** The contract itself if its rules can be kept by a table of these columns. Throws `contract.bad-rule`. */
export function checkRules<C extends Columns>(columns: C, contract: Contract<C>): Contract<C> {
  const { minRows = 0 } = contract;
  if (!Number.isSafeInteger(minRows) || minRows < 0) badRule(`minRows ${minRows}`, 'a whole number from 0');
  const rules: readonly [string, ColumnRules | undefined][] = Object.entries(contract.columns ?? {});
  for (const [name, of] of rules) {
    if (!Object.hasOwn(columns, name)) badRule(`rules for '${name}'`, `the columns ${Object.keys(columns).join(', ')}`);
    if (of !== undefined) checkColumnRules(name, of);
  }
  return contract;
}

function checkColumnRules(name: string, rules: ColumnRules): void {
  const { maxNullShare = 0, oneOf } = rules;
  if (!(maxNullShare >= 0 && maxNullShare <= 1)) badRule(`'${name}': maxNullShare ${maxNullShare}`, 'from 0 to 1');
  if (oneOf?.length === 0) badRule(`'${name}': oneOf nothing`, 'one value at least');
  if ('matches' in rules && rules.matches !== undefined) checkPattern(name, rules.matches);
  if ('min' in rules || 'max' in rules) checkRange(name, rules);
}

function checkRange(
  name: string,
  { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY }: NumberRules,
): void {
  if (!(min <= max)) badRule(`'${name}': min ${min}, max ${max}`, 'a min that is not above the max');
}

function checkPattern(name: string, matches: string): void {
  try {
    wholePattern(matches);
  } catch (error) {
    badRule(`'${name}': matches ${matches}`, "a regular expression of JavaScript, with 'v'", error);
  }
}

function badRule(seen: string, allowed: string, cause?: unknown): never {
  throw new SluiceError({
    code: 'contract.bad-rule',
    message: 'a rule of a contract cannot be kept by any table',
    seen,
    allowed,
    mend: 'correct the rule where the table is declared',
    cause,
  });
}
