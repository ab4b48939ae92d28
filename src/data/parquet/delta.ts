import type { DataReader } from 'hyparquet';
import { deltaBinaryUnpack } from 'hyparquet/src/delta.js';
import { readVarInt } from 'hyparquet/src/thrift.js';
import { damaged } from './faults.ts';

/** Whole numbers told by their differences (Parquet's DELTA_BINARY_PACKED). Throws `data.parquet-damaged`. */
export function readDeltas<A extends Int32Array | BigInt64Array>(reader: DataReader, output: A): A {
  checkBlocks({ view: reader.view, offset: reader.offset });
  deltaBinaryUnpack(reader, output.length, output);
  return output;
}

/** Texts whose lengths stand first, as differences (DELTA_LENGTH_BYTE_ARRAY). Throws `data.parquet-damaged`. */
export function readLengthsAndTexts(reader: DataReader, count: number): Uint8Array[] {
  const lengths = readDeltas(reader, new Int32Array(count));
  return Array.from(lengths, (length) => takeBytes(reader, length));
}

/** Texts that begin as the one before does, and how much so (DELTA_BYTE_ARRAY). Throws `data.parquet-damaged`. */
export function readPrefixesAndTexts(reader: DataReader, count: number): Uint8Array[] {
  const prefixes = readDeltas(reader, new Int32Array(count));
  const endings = readLengthsAndTexts(reader, count);
  let text: Uint8Array = new Uint8Array(0);
  return endings.map((ending, index) => {
    const prefix = prefixes[index]!;
    if (!(prefix >= 0 && prefix <= text.length)) damaged(`a text that begins with ${prefix} bytes of ${text.length}`);
    text = prefix === 0 ? ending : Buffer.concat([text.subarray(0, prefix), ending]);
    return text;
  });
}

/** The library never ends on blocks that its format does not allow. */
function checkBlocks(reader: DataReader): void {
  const blockSize = readVarInt(reader);
  const partSize = blockSize / readVarInt(reader);
  const good = blockSize > 0 && blockSize % 128 === 0 && Number.isInteger(partSize) && partSize % 32 === 0;
  if (!good) damaged(`blocks of ${blockSize} values in parts of ${partSize}`);
}

function takeBytes(reader: DataReader, length: number): Uint8Array {
  const { view, offset } = reader;
  if (!(length >= 0 && offset + length <= view.byteLength)) damaged('a text that is longer than its page');
  reader.offset += length;
  return new Uint8Array(view.buffer, view.byteOffset + offset, length);
}
