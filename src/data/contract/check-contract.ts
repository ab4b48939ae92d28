import { columnLength } from '../column-length.ts';
import { inPercent } from '../in-percent.ts';
import { packText } from '../pack-text.ts';
import type { Columns, NumericColumn, Table, TextColumn } from '../table.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkTexts } from './check-texts.ts';
import type { ColumnRules, Contract, NumberRules, TextRules } from './contract.ts';
import { type Violation, ViolationBuilder } from './violation.ts';

/** Every rule of the contract that the table breaks, in the order of its columns. Throws `data.column-missing`. */
export function checkContract<C extends Columns>(table: Table<C>, contract: Contract<C>): readonly Violation[] {
  const rules: readonly [string, ColumnRules | undefined][] = Object.entries(contract.columns ?? {});
  return [
    ...checkRowCount(table, contract.minRows ?? 0),
    ...rules.flatMap(([name, of]) => (of === undefined ? [] : checkColumn(name, table.column(name), of))),
  ];
}

function checkRowCount({ rowCount }: Table, minRows: number): Violation[] {
  return rowCount >= minRows ? [] : [{ rule: `at least ${minRows} rows`, count: rowCount, examples: [] }];
}

function checkColumn(name: string, column: NumericColumn | TextColumn, rules: ColumnRules): Violation[] {
  const nulls = checkNullShare(name, column, rules);
  // The types of a contract let a text column have rules for texts only, and the others for numbers.
  if (column.kind === 'text') return [...nulls, ...checkTexts(name, column, rules as TextRules)];
  return [...nulls, ...checkNumbers(name, column, rules as NumberRules)];
}

function checkNullShare(
  name: string,
  column: NumericColumn | TextColumn,
  { maxNullShare }: ColumnRules,
): readonly Violation[] {
  if (maxNullShare === undefined) return [];
  const builder = new ViolationBuilder(nullShareInWords(name, maxNullShare));
  const isMissing = missingTest(column);
  const rowCount = columnLength(column);
  let count = 0;
  for (let row = 0; row < rowCount; row++) {
    if (!isMissing(row)) continue;
    builder.add(row, null);
    count += 1;
  }
  return count > maxNullShare * rowCount ? builder.finish() : [];
}

function nullShareInWords(name: string, share: number): string {
  return share === 0 ? `'${name}' is never missing` : `'${name}' is missing in at most ${inPercent(share)} of the rows`;
}

function missingTest(column: NumericColumn | TextColumn): (row: number) => boolean {
  if (column.kind !== 'text') return (row) => Number.isNaN(column.values[row]);
  const packed = packText(column);
  return (row) => packed.isMissing(row);
}
