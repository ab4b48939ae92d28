import type { Columns } from '../table.ts';
import type { Cells } from './cells.ts';
import { columnCells } from './column-cells.ts';
import type { CsvLimits } from './csv-limits.ts';
import { RowFaults } from './left-out.ts';
import { RecordScanner } from './record-scanner.ts';

/** What a header tells of the records below it, with what is wanted of them; plain data. */
export interface RecordLayout extends CsvLimits {
  readonly columns: Columns;
  /** For each of the columns, the field it takes. */
  readonly positions: readonly number[];
  /** Fields of every record. */
  readonly fieldCount: number;
}

/** What looks at records, and where what it finds goes. */
export interface LayoutScanner {
  readonly scanner: RecordScanner;
  readonly cells: readonly Cells[];
  /** Of rows that are left out. */
  readonly faults: RowFaults;
}

/** A scanner for records of this layout, and the cells that it fills. */
export function scannerOf(layout: RecordLayout, firstLine: number): LayoutScanner {
  const faults = new RowFaults();
  const noted = layout.leaveOut ? faults : undefined;
  const cells = columnCells(layout.columns, layout.missing, noted);
  return { cells, faults, scanner: new RecordScanner({ ...layout, cells, firstLine, faults: noted }) };
}
