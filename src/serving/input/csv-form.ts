import { Buffer } from 'node:buffer';
import { findColumns } from '../../data/csv/header.ts';
import { readHeader } from '../../data/csv/read-header.ts';
import { RecordScanner } from '../../data/csv/record-scanner.ts';
import type { ColumnKind } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Signature } from '../../models/model.ts';
import { badBody } from './bad-body.ts';
import { RawCells } from './raw-cells.ts';
import type { RawRows } from './raw-rows.ts';

const MAX_FIELD_BYTES = 64 * 1024;

/** Rows of CSV text with a header line. Throws `predict.bad-body`. */
export function csvRows(text: string, signature: Signature): RawRows {
  try {
    return scan(text, signature);
  } catch (error) {
    if (!SluiceError.is(error) || !error.code.startsWith('data.')) throw error;
    throw badBody(`CSV in which ${error.message}`, error);
  }
}

function scan(text: string, signature: Signature): RawRows {
  // The scanner wants a line feed after the last byte.
  const bytes = Buffer.from(`${text}\n`, 'utf8');
  const size = bytes.length - 1;
  const { names, end, newlines } = readHeader(bytes, size, true, MAX_FIELD_BYTES)!;
  refuseOtherSeparators(names, signature);
  const cells = cellsOf(names, signature);
  new RecordScanner({
    fieldCount: names.length,
    positions: findColumns(names, [...cells.keys()]),
    cells: [...cells.values()],
    maxFieldBytes: MAX_FIELD_BYTES,
    firstLine: 2 + newlines,
  }).scan(bytes, end, size, true);
  const [counted] = cells.values();
  return {
    rowCount: counted?.values.length ?? 0,
    writing: 'text',
    cell: (row, name) => cells.get(name)?.values[row],
    columnsOf: () => names,
  };
}

/** With semicolons or tabs the whole header is one unknown name, and each row would be predicted as one without values. */
function refuseOtherSeparators([only = '', ...others]: readonly string[], { inputs }: Signature): void {
  const parts = new Set(only.split(/[;\t|]/));
  if (others.length > 0 || parts.size === 1 || !inputs.some(({ name }) => parts.has(name))) return;
  throw badBody(`CSV without commas between its columns: ${only}`);
}

/** Cells for the model's columns that the header has, and for its first column, which tells how many rows there are. */
function cellsOf(header: readonly string[], { inputs }: Signature): Map<string, RawCells> {
  const kinds = new Map<string, ColumnKind>(header.slice(0, 1).map((name) => [name, 'text']));
  for (const { name, kind } of inputs) if (header.includes(name)) kinds.set(name, kind);
  return new Map([...kinds].map(([name, kind]) => [name, new RawCells(kind)]));
}
