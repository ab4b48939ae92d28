import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { type CompressionCodec, snappyUncompress } from 'hyparquet';
import { damaged } from './faults.ts';

type Decompress = (bytes: Uint8Array, sizeBytes: number) => Uint8Array;

const CODECS = {
  UNCOMPRESSED: (bytes) => bytes,
  SNAPPY: (bytes, sizeBytes) => {
    const page = new Uint8Array(sizeBytes);
    snappyUncompress(bytes, page);
    return page;
  },
  GZIP: (bytes, sizeBytes) => gunzipSync(bytes, { maxOutputLength: Math.max(1, sizeBytes) }),
  BROTLI: (bytes, sizeBytes) => brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, sizeBytes) }),
  ZSTD: (bytes, sizeBytes) => zstdDecompressSync(bytes, { maxOutputLength: Math.max(1, sizeBytes) }),
} as const satisfies Partial<Record<CompressionCodec, Decompress>>;

export type KnownCodec = keyof typeof CODECS;

/** Compressions that can be undone. */
export const KNOWN_CODECS: readonly string[] = Object.keys(CODECS);

/** Whether a compression can be undone. */
export function isKnownCodec(codec: string | undefined): codec is KnownCodec {
  return codec !== undefined && Object.hasOwn(CODECS, codec);
}

/** The bytes of a page, which are so many. Throws `data.parquet-damaged`. */
export function decompress(codec: KnownCodec, bytes: Uint8Array, sizeBytes: number): Uint8Array {
  const page = CODECS[codec](bytes, sizeBytes);
  if (page.length !== sizeBytes) damaged(`a page of ${page.length} bytes where ${sizeBytes} are told`);
  return page;
}
