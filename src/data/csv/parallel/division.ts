import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { RecordLayout } from '../record-layout.ts';
import { type SegmentCrew, WORKER_FILE, workerCrew } from './segment-crew.ts';

/** How the work on a large file is divided. */
export interface Division {
  /** Bytes before it is worth while to start a crew. */
  readonly serialBytes: number;
  readonly segmentBytes: number;
  readonly threadCount: number;
  readonly startCrew: (layout: RecordLayout, threadCount: number) => SegmentCrew;
}

const SERIAL_BYTES = 64 * 1024 * 1024;
const SEGMENT_BYTES = 4 * 1024 * 1024;
/** So many keep up with the one thread that reads and hashes the bytes; more would only take memory. */
const MAX_THREADS = 4;

/** A thread for each core, up to four; undefined on one core, and in a bundle, which has no file for a worker. */
export function divisionHere(): Division | undefined {
  const threadCount = Math.min(availableParallelism(), MAX_THREADS);
  if (threadCount < 2 || !existsSync(WORKER_FILE)) return undefined;
  return { serialBytes: SERIAL_BYTES, segmentBytes: SEGMENT_BYTES, threadCount, startCrew: workerCrew };
}
