import type { DecodedArray, ParquetType } from 'hyparquet';
import { byteStreamSplit } from 'hyparquet/src/encoding.js';
import { readPlain } from 'hyparquet/src/plain.js';
import { readDeltas, readLengthsAndTexts, readPrefixesAndTexts } from './delta.ts';
import { damaged, unknownEncoding } from './faults.ts';
import { readHybrid } from './hybrid.ts';

/** The physical type of values, and their length if that is fixed. */
export interface Physical {
  readonly type: ParquetType;
  readonly typeLength: number | undefined;
}

/** For each value that is there, its place in the dictionary; undefined if the encoding needs none. */
export function dictionaryPlaces(encoding: string, values: Uint8Array, count: number): Int32Array | undefined {
  if (encoding !== 'RLE_DICTIONARY' && encoding !== 'PLAIN_DICTIONARY') return undefined;
  const places = new Int32Array(count);
  if (count > 0) readHybrid(values.subarray(1), values[0] ?? damaged('an empty page'), places);
  return places;
}

/** The values of a page or dictionary as their physical type has them. Throws `data.parquet-damaged`, `data.parquet-encoding`. */
export function physicalValues(encoding: string, bytes: Uint8Array, count: number, physical: Physical): DecodedArray {
  const values = decode(encoding, bytes, count, physical);
  return values.length === count ? values : damaged(`${values.length} values where ${count} are told`);
}

function decode(encoding: string, bytes: Uint8Array, count: number, { type, typeLength }: Physical): DecodedArray {
  if (count === 0) return [];
  const reader = { view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), offset: 0 };
  switch (encoding) {
    case 'PLAIN':
      checkFits(bytes, count, type, typeLength);
      return type === 'BYTE_ARRAY' ? plainTexts(bytes, count) : readPlain(reader, type, count, typeLength);
    case 'RLE':
      return type === 'BOOLEAN' ? runsOfBooleans(bytes, count) : unknownEncoding(`${encoding} of ${type}`);
    case 'BYTE_STREAM_SPLIT':
      return byteStreamSplit(reader, count, type, typeLength);
    case 'DELTA_BINARY_PACKED':
      return readDeltas(reader, type === 'INT32' ? new Int32Array(count) : new BigInt64Array(count));
    case 'DELTA_LENGTH_BYTE_ARRAY':
      return readLengthsAndTexts(reader, count);
    case 'DELTA_BYTE_ARRAY':
      return readPrefixesAndTexts(reader, count);
    default:
      return unknownEncoding(`${encoding} of ${type}`);
  }
}

/** The library looks at the whole buffer that a page lies in, not at the page alone. */
function checkFits(bytes: Uint8Array, count: number, type: ParquetType, typeLength = 0): void {
  const sizes = { BOOLEAN: 1 / 8, INT32: 4, INT64: 8, INT96: 12, FLOAT: 4, DOUBLE: 8, BYTE_ARRAY: 4 };
  const size = type === 'FIXED_LEN_BYTE_ARRAY' ? typeLength : sizes[type];
  if (count * size > bytes.length) damaged(`${count} values in ${bytes.length} bytes`);
}

function plainTexts(bytes: Uint8Array, count: number): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = 0;
  return Array.from({ length: count }, () => {
    const end = start + 4 + view.getUint32(start, true);
    if (end > bytes.length) damaged('a text that is longer than its page');
    const text = bytes.subarray(start + 4, end);
    start = end;
    return text;
  });
}

/** They follow the length of their runs. */
function runsOfBooleans(bytes: Uint8Array, count: number): number[] {
  const output = new Int32Array(count);
  readHybrid(bytes.subarray(4), 1, output);
  return [...output];
}
