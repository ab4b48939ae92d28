import { createHash } from 'node:crypto';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeTableStream } from '../data/arrow/encode.ts';
import type { TableStream } from '../data/table-stream.ts';
import { spoolFailed } from './spool-failed.ts';
import { SpooledTable } from './spooled-table.ts';

/** Temporary files of rows that come as streams; gone when it is disposed of. */
export class Spool implements AsyncDisposable {
  readonly #prefix: string;
  #folder: string | undefined;
  #fileCount = 0;

  /** `prefix` begins the name of its folder. */
  constructor(prefix = 'sluice-') {
    this.#prefix = prefix;
  }

  /**
   * Writes the rows of a stream to a file, a batch at a time; one stream after the other. Throws
   * `artifact.spool-failed`, as the stream does, and the signal's reason once that is aborted.
   */
  async add(stream: TableStream, signal?: AbortSignal): Promise<SpooledTable> {
    this.#folder ??= await makeFolder(this.#prefix);
    const path = join(this.#folder, `${this.#fileCount++}.arrow`);
    await using file = await open(path, 'wx').catch((error: unknown) => spoolFailed(path, error));
    const written = await write(path, file, stream, signal);
    return new SpooledTable({ path, columns: stream.columns, ...written });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#folder !== undefined) await rm(this.#folder, { recursive: true, force: true });
  }
}

async function makeFolder(prefix: string): Promise<string> {
  try {
    return await mkdtemp(join(tmpdir(), prefix));
  } catch (error) {
    return spoolFailed(tmpdir(), error);
  }
}

async function write(path: string, file: FileHandle, stream: TableStream, signal: AbortSignal | undefined) {
  const hash = createHash('sha256');
  let sizeBytes = 0;
  let rowCount = 0;
  const count = (rows: number) => void (rowCount += rows);
  for await (const bytes of encodeTableStream(counted(stream, count))) {
    signal?.throwIfAborted();
    await file.appendFile(bytes).catch((error: unknown) => spoolFailed(path, error));
    hash.update(bytes);
    sizeBytes += bytes.length;
  }
  return { sha256: hash.digest('hex'), sizeBytes, rowCount };
}

/** The stream, telling the rows of each batch as it is read. */
function counted(stream: TableStream, count: (rows: number) => void): TableStream {
  return {
    columns: stream.columns,
    async *batches() {
      for await (const table of stream.batches()) {
        count(table.rowCount);
        yield table;
      }
    },
  };
}
