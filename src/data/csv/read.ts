import type { Columns, Table } from '../table.ts';
import { CsvParser, type CsvLimits } from './csv-parser.ts';
import { DEFAULT_MISSING } from './missing-texts.ts';

const MAX_FIELD_BYTES = 16 * 1024 * 1024;

/**
 * The columns asked for, by header name, of a CSV file (RFC 4180, UTF-8); others are skipped, and so are blank lines
 * unless the file has one column. Throws `data.csv-…`, `data.column-missing`, `data.duplicate-column`,
 * `data.not-a-number`, `data.not-an-integer`, `data.not-a-time`.
 */
export async function readCsv<const C extends Columns>(
  source: AsyncIterable<Uint8Array>,
  columns: C,
  options: Partial<CsvLimits> = {},
): Promise<Table<C>> {
  const { missing = DEFAULT_MISSING, maxFieldBytes = MAX_FIELD_BYTES } = options;
  const parser = new CsvParser(columns, { missing, maxFieldBytes });
  for await (const chunk of source) parser.push(chunk);
  return parser.finish();
}
