import { tableOf } from '../../data/table-of.ts';
import type { Columns, Table } from '../../data/table.ts';
import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Signature, SignatureField } from '../../models/model.ts';
import { FieldProblems } from './field-problem.ts';
import type { RawRows } from './raw-rows.ts';
import { EXPECTED, readNumber } from './read-cell.ts';

/** Most rows of one request. */
const MAX_ROWS = 100_000;

/**
 * The columns of the signature out of the rows sent; other columns are passed over.
 * Throws `predict.too-many-rows`, or `predict.invalid-input` naming every field that does not fit (the first 20).
 */
export function readTable(raw: RawRows, { inputs }: Signature): Table {
  checkRowCount(raw.rowCount);
  const problems = new FieldProblems();
  const readers = inputs.map((field) => columnReader(raw, field, problems));
  for (let row = 0; row < raw.rowCount; row += 1) {
    for (const { read } of readers) read(row);
  }
  problems.check();
  const columns: Columns = Object.fromEntries(inputs.map(({ name, kind }) => [name, kind]));
  return tableOf(columns, Object.fromEntries(readers.map(({ name, values }) => [name, values])));
}

/** Reads the cells of one column into values. */
interface ColumnReader {
  readonly name: string;
  readonly values: Float64Array | (string | undefined)[];
  readonly read: (row: number) => void;
}

function columnReader(raw: RawRows, field: SignatureField, problems: FieldProblems): ColumnReader {
  return field.kind === 'text'
    ? textReader(raw, field, problems)
    : numberReader(raw, { ...field, kind: field.kind }, problems);
}

function numberReader(
  raw: RawRows,
  { name, kind, nullable }: SignatureField & { readonly kind: 'float' | 'int' | 'time' },
  problems: FieldProblems,
): ColumnReader {
  const values = new Float64Array(raw.rowCount).fill(Number.NaN);
  const read = (row: number): void => {
    const cell = raw.cell(row, name);
    if (cell === undefined || cell === null) {
      if (!nullable) problems.add(row, name, missingFrom(raw, row, name), cell);
      return;
    }
    values[row] = readNumber(raw.writing, kind, cell);
    if (Number.isNaN(values[row])) problems.add(row, name, EXPECTED[kind], cell);
  };
  return { name, values, read };
}

function textReader(raw: RawRows, { name, nullable }: SignatureField, problems: FieldProblems): ColumnReader {
  const values: (string | undefined)[] = Array.from({ length: raw.rowCount });
  const read = (row: number): void => {
    const cell = raw.cell(row, name);
    if (typeof cell === 'string') values[row] = cell;
    else if (cell !== undefined && cell !== null) problems.add(row, name, EXPECTED.text, cell);
    else if (!nullable) problems.add(row, name, missingFrom(raw, row, name), cell);
  };
  return { name, values, read };
}

/** Says that a required cell is missing, and which column may have been meant for it. */
function missingFrom(raw: RawRows, row: number, name: string): string {
  const sent = raw.columnsOf(row);
  const meant = sent.includes(name) ? undefined : nearest(name, sent);
  return meant === undefined ? 'missing' : `missing (sent as "${meant}"?)`;
}

function checkRowCount(rowCount: number): void {
  if (rowCount <= MAX_ROWS) return;
  throw new SluiceError({
    code: 'predict.too-many-rows',
    message: 'the request has more rows than are predicted at once',
    seen: `${rowCount} rows`,
    allowed: `at most ${MAX_ROWS} rows`,
    mend: 'send the rows in several requests',
  });
}
