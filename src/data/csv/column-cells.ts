import type { ColumnKind, Columns } from '../table.ts';
import type { Cells } from './cells.ts';
import { MissingTexts } from './missing-texts.ts';
import { NumericCells } from './numeric-cells.ts';
import { TextCells } from './text-cells.ts';

/** Cells for every column, in the order of the columns; `missing` are the texts that stand for a missing value. */
export function columnCells(columns: Columns, missing: readonly string[]): Cells[] {
  const missingTexts = new MissingTexts(missing);
  return Object.values(columns).map((kind) => cellsOf(kind, missingTexts));
}

function cellsOf(kind: ColumnKind, missing: MissingTexts): Cells {
  return kind === 'text' ? new TextCells(missing) : new NumericCells(kind, missing);
}
