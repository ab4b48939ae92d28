import { Buffer } from 'node:buffer';
import { CsvParser } from '../../data/csv/csv-parser.ts';
import { DEFAULT_MISSING } from '../../data/csv/missing-texts.ts';
import { readHeader } from '../../data/csv/read-header.ts';
import type { Columns } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Signature } from '../../models/model.ts';
import { badBody } from './bad-body.ts';
import type { RawRows } from './raw-rows.ts';

const MAX_FIELD_BYTES = 64 * 1024;

/** Rows of CSV text with a header line; the cells of the model's columns as texts. Throws `predict.bad-body`. */
export function csvRows(text: string, signature: Signature): RawRows {
  try {
    return parse(Buffer.from(text, 'utf8'), signature);
  } catch (error) {
    if (!SluiceError.is(error) || !error.code.startsWith('data.')) throw error;
    throw badBody(`CSV in which ${error.message}`, error);
  }
}

function parse(bytes: Buffer, { inputs }: Signature): RawRows {
  const header = readHeader(bytes, bytes.length, true, MAX_FIELD_BYTES)?.names ?? [];
  const known = inputs.map(({ name }) => name).filter((name) => header.includes(name));
  // The first column is read in any case: it tells how many rows there are.
  const columns: Columns = Object.fromEntries([...header.slice(0, 1), ...known].map((name) => [name, 'text']));
  const parser = new CsvParser(columns, { missing: DEFAULT_MISSING, maxFieldBytes: MAX_FIELD_BYTES });
  parser.push(bytes);
  const table = parser.finish();
  const cells = new Map(known.map((name) => [name, table.column(name)]));
  return {
    rowCount: table.rowCount,
    writing: 'text',
    cell: (row, name) => {
      const column = cells.get(name);
      return column?.kind === 'text' ? column.at(row) : undefined;
    },
    columnsOf: () => header,
  };
}
