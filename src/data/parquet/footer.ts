import { type FileMetaData, parquetMetadata } from 'hyparquet';
import type { SourceFile } from '../source-file.ts';
import { encrypted, notParquet, truncated } from './faults.ts';
import { guarded } from './guarded.ts';

const MAGIC = 'PAR1';
const ENCRYPTED_MAGIC = 'PARE';
/** The magic text twice and the footer's length. */
const MIN_BYTES = 12;
/** Length of the footer, and the magic text. */
const TAIL_BYTES = 8;

/**
 * The directory of contents at the end of a Parquet file. Throws `data.not-parquet`, `data.parquet-truncated`,
 * `data.parquet-encrypted`, `data.parquet-damaged`.
 */
export async function readFooter(file: SourceFile): Promise<FileMetaData> {
  const { sizeBytes } = file;
  const head = textOf(await file.readRange(0, 4));
  if (head !== MAGIC && head !== ENCRYPTED_MAGIC) notParquet(`${JSON.stringify(head)} at the start of ${file.name}`);
  if (sizeBytes < MIN_BYTES) truncated(`${sizeBytes} bytes`);
  const tail = await file.readRange(sizeBytes - TAIL_BYTES, sizeBytes);
  const end = textOf(tail.subarray(4));
  if (end === ENCRYPTED_MAGIC) encrypted('an encrypted directory of contents');
  if (end !== MAGIC) truncated(`${JSON.stringify(end)} at the end, at byte ${sizeBytes}`);
  const footerBytes = Buffer.from(tail).readUInt32LE();
  if (footerBytes > sizeBytes - MIN_BYTES) truncated(`${sizeBytes} bytes, of which ${footerBytes} are its directory`);
  const footer = await file.readRange(sizeBytes - TAIL_BYTES - footerBytes, sizeBytes);
  return guarded('directory of contents', () => parquetMetadata(footer, { geoparquet: false }));
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
