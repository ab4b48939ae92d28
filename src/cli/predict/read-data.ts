import { extname } from 'node:path';
import { decodeBody } from '../../serving/input/decode-body.ts';
import { readLocalFile } from '../../stacks/local/local-file.ts';

/** Above what any endpoint takes, so that it refuses what was cut off here. */
const MAX_READ_BYTES = 16_000_000;

/** A prediction request's body. */
interface RequestData {
  readonly body: string;
  readonly contentType: 'application/json' | 'text/csv';
}

/** The request in `--data`: JSON itself, or a file of JSON or CSV. Throws as `readLocalFile`, and `predict.bad-body`. */
export async function readData(word: string): Promise<RequestData> {
  if (/^\s*[{[]/.test(word)) return { body: word, contentType: 'application/json' };
  const contentType = extname(word).toLowerCase() === '.csv' ? 'text/csv' : 'application/json';
  return { body: decodeBody(await readStart(word)), contentType };
}

async function readStart(path: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of readLocalFile(path)) {
    chunks.push(chunk);
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_READ_BYTES) break;
  }
  return Buffer.concat(chunks);
}
