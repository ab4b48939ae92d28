import { SluiceError } from '../../errors/sluice-error.ts';
import type { Columns, Table } from '../table.ts';
import { checkContract } from './check-contract.ts';
import type { Contract } from './contract.ts';
import type { Violation } from './violation.ts';

/** Characters of a text. */
const SHOWN_LENGTH = 60;

/** The table itself if it keeps the contract; `name` says whose rows they are. Throws `contract.broken`. */
export function requireContract<C extends Columns>(table: Table<C>, contract: Contract<C>, name: string): Table<C> {
  refuseViolations(checkContract(table, contract), name);
  return table;
}

/** Throws `contract.broken` if there are any; `name` says whose rows they are. */
export function refuseViolations(violations: readonly Violation[], name: string): void {
  const [first, ...others] = violations;
  if (first === undefined) return;
  throw new SluiceError({
    code: 'contract.broken',
    message: `the rows of ${name} break ${others.length === 0 ? 'a rule' : `${violations.length} rules`} of their contract`,
    seen: violations.map(inWords).join('; '),
    allowed: violations.map(({ rule }) => rule).join('; '),
    mend: 'look at these rows: correct the data or the step that made them, or the rule if it is wrong',
    details: violations,
  });
}

function inWords({ rule, count, examples }: Violation): string {
  const rows = examples.map(({ row, value }) => `row ${row} (${shown(value)})`).join(', ');
  const more = count > examples.length && examples.length > 0 ? ', …' : '';
  return `not: ${rule}, in ${count} ${count === 1 ? 'row' : 'rows'}${rows && `: ${rows}${more}`}`;
}

function shown(value: number | string | null): string {
  if (value === null) return 'missing';
  if (typeof value === 'number') return String(value);
  const text = JSON.stringify(value);
  return text.length <= SHOWN_LENGTH ? text : `${text.slice(0, SHOWN_LENGTH)}…`;
}
