import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ParsedRecords } from '../csv-parser.ts';
import type { RecordLayout } from '../record-layout.ts';
import { fromSent, type SentRecords } from './sent-records.ts';

/** Bytes that are likely whole records, with a line feed after them, in memory that threads share. */
export interface Segment {
  readonly memory: SharedArrayBuffer;
  readonly sizeBytes: number;
}

/** Those who parse segments beside the thread that asks. */
export interface SegmentCrew {
  /** As `SegmentParser`. */
  parse(segment: Segment): Promise<ParsedRecords | undefined>;
  close(): Promise<unknown>;
}

/** File of the worker's code, compiled or not as this one is; a bundle does not have it. */
export const WORKER_FILE = new URL(`segment-worker${extname(import.meta.url)}`, import.meta.url);

/** A crew of so many worker threads, which take turns. */
export function workerCrew(layout: RecordLayout, threadCount: number): SegmentCrew {
  const workers = Array.from({ length: threadCount }, () => new SegmentWorker(layout));
  let turn = 0;
  return {
    parse: (segment) => workers[turn++ % threadCount]!.parse(segment),
    close: () => Promise.all(workers.map((worker) => worker.close())),
  };
}

interface Waiting {
  resolve(records: ParsedRecords | undefined): void;
  reject(reason: unknown): void;
}

class SegmentWorker {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];

  constructor(layout: RecordLayout) {
    this.#worker = new Worker(WORKER_FILE, { workerData: layout });
    this.#worker.on('message', (sent: SentRecords | undefined) =>
      this.#waiting.shift()!.resolve(sent && fromSent(sent)),
    );
    this.#worker.on('error', (error) => {
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  parse(segment: Segment): Promise<ParsedRecords | undefined> {
    const { promise, resolve, reject } = Promise.withResolvers<ParsedRecords | undefined>();
    this.#waiting.push({ resolve, reject });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origins
    this.#worker.postMessage(segment);
    return promise;
  }

  close(): Promise<unknown> {
    return this.#worker.terminate();
  }
}
