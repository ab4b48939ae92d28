import type { Table } from '../table.ts';
import { orDamaged } from './faults.ts';
import { type ArrowBlock, blockEnd, checkBlock, readFooter } from './footer.ts';
import { readRecordBatch } from './record-batch.ts';
import { tableOfParts } from './table-of-parts.ts';

/**
 * The table in an Arrow IPC file, with views into the bytes where the layouts agree. Throws `data.arrow-damaged`,
 * `data.arrow-unsupported`, `data.not-an-integer`.
 */
export function decodeTable(bytes: Uint8Array): Table {
  return orDamaged(() => {
    const { fields, blocks } = readFooter(bytes);
    return tableOfParts(
      fields,
      blocks.map((block) => readRecordBatch(bytesOf(bytes, block), block, fields)),
    );
  });
}

function bytesOf(bytes: Uint8Array, block: ArrowBlock): Uint8Array {
  checkBlock(block, bytes.length);
  return bytes.subarray(block.start, blockEnd(block));
}
