import type { PageHeader } from 'hyparquet';
import { parquetHeader } from 'hyparquet/src/column.js';
import { decompress, type KnownCodec } from './decompress.ts';
import { damaged } from './faults.ts';

/** A page of a column chunk with its bytes still compressed. */
export interface RawPage {
  readonly header: PageHeader;
  readonly bytes: Uint8Array;
}

/** What a data page says of its rows, and the bytes of the values that are there. */
export interface DataPage {
  readonly rowCount: number;
  readonly encoding: string;
  /** Bytes that tell which values are there; undefined where none can be missing. */
  readonly levels: Uint8Array | undefined;
  readonly values: Uint8Array;
}

/** The pages of a column chunk one after the other. Throws `data.parquet-damaged`. */
export function* pagesOf(chunk: Uint8Array): Generator<RawPage> {
  const reader = { view: new DataView(chunk.buffer, chunk.byteOffset, chunk.byteLength), offset: 0 };
  while (reader.offset < chunk.length) {
    const header = parquetHeader(reader);
    const end = reader.offset + header.compressed_page_size;
    if (!(end >= reader.offset && end <= chunk.length)) damaged('a page that is longer than its column');
    if (!(header.uncompressed_page_size >= 0)) damaged('a page of no size');
    yield { header, bytes: chunk.subarray(reader.offset, end) };
    reader.offset = end;
  }
}

/** The parts of a data page of either version; undefined for a page of another type. */
export function dataPageOf(page: RawPage, codec: KnownCodec, optional: boolean): DataPage | undefined {
  if (page.header.type === 'DATA_PAGE') return firstVersion(page, codec, optional);
  return page.header.type === 'DATA_PAGE_V2' ? secondVersion(page, codec, optional) : undefined;
}

/** All is compressed together; the levels follow their length. */
function firstVersion({ header, bytes }: RawPage, codec: KnownCodec, optional: boolean): DataPage {
  const facts = header.data_page_header ?? damaged('a data page without its facts');
  const content = decompress(codec, bytes, header.uncompressed_page_size);
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const levelsEnd = optional ? 4 + view.getUint32(0, true) : 0;
  if (levelsEnd > content.length) damaged('a page that ends before its values');
  return {
    rowCount: facts.num_values,
    encoding: facts.encoding,
    levels: optional ? content.subarray(4, levelsEnd) : undefined,
    values: content.subarray(levelsEnd),
  };
}

/** The levels stand before what is compressed. */
function secondVersion({ header, bytes }: RawPage, codec: KnownCodec, optional: boolean): DataPage {
  const facts = header.data_page_header_v2 ?? damaged('a data page without its facts');
  const levelsStart = facts.repetition_levels_byte_length;
  const levelsEnd = levelsStart + facts.definition_levels_byte_length;
  if (!(levelsEnd >= levelsStart && levelsEnd <= bytes.length)) damaged('a page that ends before its values');
  const packed = bytes.subarray(levelsEnd);
  const isCompressed = facts.is_compressed !== false && packed.length > 0;
  return {
    rowCount: facts.num_values,
    encoding: facts.encoding,
    levels: optional ? bytes.subarray(levelsStart, levelsEnd) : undefined,
    values: isCompressed ? decompress(codec, packed, header.uncompressed_page_size - levelsEnd) : packed,
  };
}
