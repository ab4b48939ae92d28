import { ColumnarTable } from '../columnar-table.ts';
import type { NumericColumn, Table, TextColumn } from '../table.ts';
import { decodeFloats, decodeIntegers } from './decode-numbers.ts';
import { decodeTexts } from './decode-texts.ts';
import type { ArrowField } from './footer.ts';
import type { ColumnPart } from './record-batch.ts';

/** The rows of record batches, each given by its columns' parts, as one table. Throws `data.not-an-integer`. */
export function tableOfParts(fields: readonly ArrowField[], batches: readonly (readonly ColumnPart[])[]): Table {
  const data = new Map(
    fields.map((field, index) => [
      field.name,
      columnOf(
        field,
        batches.map((parts) => parts[index]!),
      ),
    ]),
  );
  const columns = Object.fromEntries(fields.map(({ name, kind }) => [name, kind]));
  const rowCount = batches.reduce((total, [part]) => total + (part?.rowCount ?? 0), 0);
  return new ColumnarTable(columns, rowCount, data);
}

function columnOf({ name, kind }: ArrowField, parts: readonly ColumnPart[]): NumericColumn | TextColumn {
  if (kind === 'text') return decodeTexts(parts);
  return { kind, values: kind === 'float' ? decodeFloats(parts) : decodeIntegers(name, parts) };
}
