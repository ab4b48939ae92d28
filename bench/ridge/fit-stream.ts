/**
 * Fits a ridge on an Arrow file, batch by batch, in a process of its own, and writes seconds, megabytes resident and the
 * first coefficients as JSON: `node fit-stream.ts FILE`.
 */
import { open } from 'node:fs/promises';
import { decodeTableStream } from '../../src/data/arrow/decode-stream.ts';
import { trainRidgeStream } from '../../src/models/linear/train-ridge-stream.ts';
import { FEATURES, TARGET } from './columns.ts';

const begunMs = performance.now();
const file = await open(process.argv[2]!);
const { size: sizeBytes } = await file.stat();
const rows = await decodeTableStream({ sizeBytes, readRange });
const { document } = await trainRidgeStream({ rows, features: FEATURES, target: TARGET, transforms: [], l2: 1 });
const seconds = (performance.now() - begunMs) / 1000;
await file.close();
const coefficients = document.coefficients.map(({ coefficient }) => coefficient);
console.log(JSON.stringify({ seconds, coefficients, residentMb: process.resourceUsage().maxRSS / 1024 }));

async function readRange(start: number, end: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafeSlow(end - start);
  const { bytesRead } = await file.read(bytes, 0, bytes.length, start);
  return bytes.subarray(0, bytesRead);
}
