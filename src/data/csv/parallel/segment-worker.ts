import { parentPort, workerData } from 'node:worker_threads';
import type { RecordLayout } from '../record-layout.ts';
import type { Segment } from './segment-crew.ts';
import { SegmentParser } from './segment-parser.ts';
import { toSent } from './sent-records.ts';

// What a worker runs: segments in, what was found in them out, in the same order.
const parser = new SegmentParser(workerData as RecordLayout);
const NOTHING = { sent: undefined, memory: [] };

parentPort!.on('message', ({ memory, sizeBytes }: Segment) => {
  const records = parser.parse(Buffer.from(memory), sizeBytes);
  const { sent, memory: handedOver } = records === undefined ? NOTHING : toSent(records);
  parentPort!.postMessage(sent, handedOver);
});
