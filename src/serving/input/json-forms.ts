import type { Signature } from '../../models/model.ts';
import { badBody } from './bad-body.ts';
import { FieldProblems } from './field-problem.ts';
import type { RawRows } from './raw-rows.ts';

type Members = Readonly<Record<string, unknown>>;

/** Rows in a list: objects by column name, or lists of values in the order of the signature. */
export function listedRows(rows: readonly unknown[], signature: Signature): RawRows {
  const names = signature.inputs.map(({ name }) => name);
  return Array.isArray(rows[0]) ? valueRows(rows, names) : recordRows(rows);
}

/** Objects by column name. */
export function recordRows(rows: readonly unknown[]): RawRows {
  const problems = new FieldProblems();
  for (const [row, record] of rows.entries()) {
    if (!isMembers(record)) problems.add(row, null, 'expected an object by column name', record);
  }
  problems.check();
  const records = rows as readonly Members[];
  return {
    rowCount: records.length,
    writing: 'json',
    cell: (row, column) => member(records[row]!, column),
    columnsOf: (row) => Object.keys(records[row]!),
  };
}

/** Lists of values, one for each name, in their order. */
export function valueRows(rows: readonly unknown[], names: readonly string[]): RawRows {
  const problems = new FieldProblems();
  for (const [row, values] of rows.entries()) {
    const fits = Array.isArray(values) && values.length === names.length;
    if (!fits) problems.add(row, null, `expected a list of ${names.length} values`, values);
  }
  problems.check();
  const lists = rows as readonly (readonly unknown[])[];
  const positions = new Map(names.map((name, position) => [name, position]));
  return {
    rowCount: lists.length,
    writing: 'json',
    cell: (row, column) => lists[row]![positions.get(column) ?? -1],
    columnsOf: () => names,
  };
}

/** An object of columns, each a list of values; or a single row, each a value. */
export function columnRows(columns: Members): RawRows {
  const lists = Object.values(columns);
  if (lists.length > 0 && !lists.some(Array.isArray)) return recordRows([columns]);
  const rowCount = commonLength(lists);
  return {
    rowCount,
    writing: 'json',
    cell: (row, column) => (member(columns, column) as readonly unknown[] | undefined)?.[row],
    columnsOf: () => Object.keys(columns),
  };
}

/** As pandas' `to_dict(orient="split")` has it: names, rows of values, and an index that is passed over. */
export function splitRows(split: unknown): RawRows {
  if (!isMembers(split)) throw badBody(`dataframe_split that is no object`);
  const { columns, data } = split;
  if (!Array.isArray(columns) || !columns.every((name) => typeof name === 'string')) {
    throw badBody('dataframe_split without columns, a list of names');
  }
  if (new Set(columns).size !== columns.length) throw badBody('dataframe_split that names a column twice');
  if (!Array.isArray(data)) throw badBody('dataframe_split without data, a list of rows');
  return valueRows(data, columns);
}

/** Whether a value is a JSON object. */
export function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What an object from JSON holds itself: no column is called `toString`. */
function member(members: Members, name: string): unknown {
  return Object.hasOwn(members, name) ? members[name] : undefined;
}

function commonLength(lists: readonly unknown[]): number {
  const lengths = new Set(lists.map((list) => (Array.isArray(list) ? list.length : undefined)));
  const [length, ...others] = lengths;
  if (length !== undefined && others.length === 0) return length;
  throw badBody(lists.length === 0 ? 'no columns' : 'columns that differ in their number of rows');
}
