import type { NumericColumn, Table, TextColumn } from '../table.ts';
import type { ColumnProfile, Profile } from './profile.ts';
import { profileNumbers } from './profile-numbers.ts';
import { profileTexts } from './profile-texts.ts';

/** What the values of a table are like: equal tables have equal profiles. */
export function profileTable(table: Table): Profile {
  const columns = Object.keys(table.columns).map((name) => profileColumn(name, table.column(name)));
  return { v: 1, rowCount: table.rowCount, columns };
}

function profileColumn(name: string, column: NumericColumn | TextColumn): ColumnProfile {
  return column.kind === 'text' ? profileTexts(name, column) : profileNumbers(name, column);
}
