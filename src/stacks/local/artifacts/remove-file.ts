import { rm } from 'node:fs/promises';
import { throwWriteFault } from './system-fault.ts';

/** Removes a file; one that is not there is no error. Throws `artifact.write-failed`. */
export async function removeFile(path: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throwWriteFault(path, error);
  }
}
