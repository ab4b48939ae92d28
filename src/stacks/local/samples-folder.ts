import { join } from 'node:path';

/** A sample that is being written, by its process. */
export const SAMPLE_PART = /\.\d+\.part$/;

/** Folder of the samples that were made up for runs, one folder a pipeline. */
export function samplesFolder(home: string): string {
  return join(home, 'samples');
}

/** Where a sample is written before it is moved to its place: a run beside this one may be reading that. */
export function samplePart(path: string): string {
  return `${path}.${process.pid}.part`;
}
