import type { ColumnKind, Columns } from '../table.ts';
import type { Cells } from './cells.ts';
import type { RowFaults } from './left-out.ts';
import { MissingTexts } from './missing-texts.ts';
import { type NoteBadCell, NumericCells } from './numeric-cells.ts';
import { quoteText } from './quote-text.ts';
import { TextCells } from './text-cells.ts';

const NOUNS = { float: 'number', int: 'integer', time: 'time' } as const;

/**
 * Cells for every column, in the order of the columns; `missing` are the texts that stand for a missing value. With
 * `faults`, bad cells are noted there.
 */
export function columnCells(columns: Columns, missing: readonly string[], faults?: RowFaults): Cells[] {
  const missingTexts = new MissingTexts(missing);
  return Object.entries(columns).map(([name, kind]) => cellsOf(name, kind, missingTexts, faults));
}

function cellsOf(name: string, kind: ColumnKind, missing: MissingTexts, faults: RowFaults | undefined): Cells {
  if (kind === 'text') return new TextCells(missing);
  const note: NoteBadCell | undefined =
    faults &&
    ((row, line, text) => {
      faults.noteCell(row, line, () => `column '${name}' has ${quoteText(text)}, which is no ${NOUNS[kind]}`);
    });
  return new NumericCells(kind, missing, note);
}
