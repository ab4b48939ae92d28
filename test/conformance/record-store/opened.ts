import { afterEach, beforeEach } from 'vitest';
import type { RecordStore } from '../../../src/tracking/record-store.ts';

export interface OpenedRecords {
  readonly store: RecordStore;
  /** Another connection to the same records, as another process has one. */
  readonly second?: RecordStore;
  close(): Promise<void>;
}

export type OpenRecords = () => Promise<OpenedRecords>;

/** Opens the records before each test and closes them after it. */
export function openedEach(open: OpenRecords): () => OpenedRecords {
  let opened: OpenedRecords | undefined;
  beforeEach(async () => {
    opened = await open();
  });
  afterEach(async () => {
    await opened?.close();
  });
  return () => opened!;
}

/** Does the work 20 times at once, by turns on both connections. */
export function inParallel<T>(
  { store, second }: OpenedRecords,
  work: (store: RecordStore, index: number) => Promise<T>,
): Promise<T[]> {
  const stores = [store, second ?? store];
  return Promise.all(Array.from({ length: 20 }, (_none, index) => work(stores[index % 2]!, index)));
}
