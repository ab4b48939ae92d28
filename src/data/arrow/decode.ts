import type { Table } from '../table.ts';
import { damaged, orDamaged } from './faults.ts';
import { type ArrowBlock, readFooter } from './footer.ts';
import { messageAt, readRecordBatch } from './record-batch.ts';
import { tableOfParts } from './table-of-parts.ts';

/**
 * The table in an Arrow IPC file, with views into the bytes where the layouts agree. Throws `data.arrow-damaged`,
 * `data.arrow-unsupported`, `data.not-an-integer`.
 */
export function decodeTable(bytes: Uint8Array): Table {
  return orDamaged(() => decodeAligned(aligned(bytes)));
}

/** Views of doubles need their place in memory to be a multiple of 8. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : Uint8Array.from(bytes);
}

function decodeAligned(bytes: Uint8Array): Table {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { fields, blocks } = readFooter(bytes, view);
  return tableOfParts(
    fields,
    blocks.map((block) => readRecordBatch(messageAt(view, block.start), bodyOf(bytes, block), fields)),
  );
}

function bodyOf(bytes: Uint8Array, { bodyStart, bodySize }: ArrowBlock): Uint8Array {
  if (bodyStart < 0 || bodyStart + bodySize > bytes.length)
    damaged(`a batch of ${bodySize} bytes at offset ${bodyStart}`);
  return bytes.subarray(bodyStart, bodyStart + bodySize);
}
