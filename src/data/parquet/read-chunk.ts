import type { DecodedArray } from 'hyparquet';
import { decompress, type KnownCodec } from './decompress.ts';
import { damaged } from './faults.ts';
import type { ColumnChunk, FoundColumn } from './find-columns.ts';
import { guarded } from './guarded.ts';
import { readHybrid } from './hybrid.ts';
import { dictionaryPlaces, type Physical, physicalValues } from './page-values.ts';
import { dataPageOf, pagesOf, type RawPage } from './pages.ts';
import type { PageRows, Sink } from './sink.ts';

/** Hands all rows of a column chunk to a sink. Throws `data.parquet-damaged`, `data.parquet-encoding` and what the sink throws. */
export function readChunk(
  bytes: Uint8Array,
  column: FoundColumn,
  chunk: ColumnChunk,
  rowCount: number,
  sink: Sink,
): void {
  const part = `column '${column.name}'`;
  let left = rowCount;
  for (const page of guarded(part, () => [...pagesOf(bytes)])) {
    const content = guarded(part, () => decodePage(page, column, chunk, left));
    if (content.is === 'dictionary') sink.setDictionary(content.values);
    else if (content.is === 'places') sink.takePlaces(content.rows, content.places);
    else if (content.is === 'values') sink.takeValues(content.rows, content.values);
    left -= 'rows' in content ? content.rows.rowCount : 0;
  }
  if (left > 0) damaged(`${rowCount - left} rows in ${part} where ${rowCount} are told`);
}

type PageContent =
  | { readonly is: 'dictionary'; readonly values: DecodedArray }
  | { readonly is: 'places'; readonly rows: PageRows; readonly places: Int32Array }
  | { readonly is: 'values'; readonly rows: PageRows; readonly values: DecodedArray }
  | { readonly is: 'nothing' };

function decodePage(page: RawPage, column: FoundColumn, { meta, codec }: ColumnChunk, maxRows: number): PageContent {
  const physical = { type: meta.type, typeLength: column.typeLength };
  if (page.header.dictionary_page_header) return decodeDictionary(page, codec, physical);
  const data = dataPageOf(page, codec, column.optional);
  if (data === undefined) return { is: 'nothing' };
  const { rowCount, encoding, levels, values } = data;
  if (!(rowCount >= 0 && rowCount <= maxRows)) damaged(`more rows in column '${column.name}' than there are`);
  const rows = { rowCount, present: levels && presentRows(levels, rowCount) };
  const count = valueCount(rows);
  const places = dictionaryPlaces(encoding, values, count);
  if (places !== undefined) return { is: 'places', rows, places };
  return { is: 'values', rows, values: physicalValues(encoding, values, count, physical) };
}

function decodeDictionary({ header, bytes }: RawPage, codec: KnownCodec, physical: Physical): PageContent {
  const plain = decompress(codec, bytes, header.uncompressed_page_size);
  return {
    is: 'dictionary',
    values: physicalValues('PLAIN', plain, header.dictionary_page_header!.num_values, physical),
  };
}

function presentRows(levels: Uint8Array, rowCount: number): Int32Array | undefined {
  const present = new Int32Array(rowCount);
  readHybrid(levels, 1, present);
  return present.includes(0) ? present : undefined;
}

function valueCount({ rowCount, present }: PageRows): number {
  if (present === undefined) return rowCount;
  let count = 0;
  for (const bit of present) count += bit;
  return count;
}
