import { readFile, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileIsDirectory, fileMissing, fileUnreadable } from '../../data/file-faults.ts';
import { decodeBody } from '../../serving/input/decode-body.ts';

/** A prediction request's body. */
interface RequestData {
  readonly body: string;
  readonly contentType: 'application/json' | 'text/csv';
}

/** The request in `--data`: JSON itself, or a file of JSON or CSV. Throws `data.file-*`, `predict.bad-body`. */
export async function readData(word: string): Promise<RequestData> {
  if (/^\s*[{[]/.test(word)) return { body: word, contentType: 'application/json' };
  const contentType = extname(word).toLowerCase() === '.csv' ? 'text/csv' : 'application/json';
  return { body: decodeBody(await readBytes(word)), contentType };
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    if ((await stat(path)).isDirectory()) return fileIsDirectory(path);
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT') return fileMissing(path, undefined, error);
    if (code === 'EACCES' || code === 'EPERM') return fileUnreadable(path, code, error);
    throw error;
  }
}
