import { rm, writeFile } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { SluiceError } from '../../errors/sluice-error.ts';
import { systemCode } from '../local/artifacts/system-fault.ts';
import { unusableHome } from '../local/home.ts';

const RETRY_MS = 20;

/**
 * Does some work while a file at `path` keeps other processes from theirs. Throws `stack.file-busy` when the file of
 * another is there for longer than `patienceMs`, `home.unwritable`, and what `work` throws.
 */
export async function withLock<T>(path: string, patienceMs: number, work: () => Promise<T>): Promise<T> {
  for (let waitedMs = 0; !(await isMade(path)); waitedMs += RETRY_MS) {
    if (waitedMs >= patienceMs) throw busy(path);
    await wait(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function isMade(path: string): Promise<boolean> {
  try {
    await writeFile(path, '', { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw systemCode(error) === undefined ? error : unusableHome(path, error);
  }
}

/** A process that was killed leaves its file; only people can tell that from one that is slow. */
function busy(path: string): SluiceError {
  return new SluiceError({
    code: 'stack.file-busy',
    message: 'another process is changing the registered stacks, or was killed while it did',
    seen: path,
    mend: 'try again; when no other sluice runs, remove that file first',
  });
}
