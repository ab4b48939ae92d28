import { stat } from 'node:fs/promises';
import { isNoFile } from './artifacts/system-fault.ts';

/** As long after a change a file is not vouched for: within a tick of the clock it could change again unseen. */
const SETTLED_MS = 1_000;

/** What tells that a file did not change. */
export interface FileMark {
  /** Place, size and times; the time of the last change of state can't be set back, so a forged one of the content is seen. */
  readonly text: string;
  readonly changedAtMs: number;
}

/** The mark of a file; undefined when there is none. */
export async function markOf(path: string): Promise<FileMark | undefined> {
  try {
    const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(path, { bigint: true });
    return { text: [dev, ino, size, mtimeNs, ctimeNs].join(), changedAtMs: Number(ctimeMs) };
  } catch (error) {
    if (isNoFile(error)) return undefined;
    throw error;
  }
}

/** Whether a mark taken now will differ after the next change. */
export function isSettled(mark: FileMark, nowMs: number): boolean {
  return nowMs - mark.changedAtMs > SETTLED_MS;
}
