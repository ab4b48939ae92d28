import { SluiceError } from '../../../errors/sluice-error.ts';

/** What helps, by the code that the operating system gives. */
const MENDS: Readonly<Record<string, string>> = {
  ENOSPC: 'free space on the disk, or run `sluice gc`; then run again',
  EDQUOT: 'free space within your quota, or run `sluice gc`; then run again',
  EACCES: 'give your user the right to read and write the folder, or set SLUICE_HOME to one that it owns',
  EPERM: 'give your user the right to read and write the folder, or set SLUICE_HOME to one that it owns',
  EROFS: 'set SLUICE_HOME to a folder on a disk that can be written',
  EFBIG: 'raise the limit of the size of a file (`ulimit -f`), or set SLUICE_HOME to a disk that takes larger ones',
  EMFILE: 'raise the limit of open files (`ulimit -n`)',
};
const OTHER_MEND = 'look at the disk and the folder named, then run again';

/** The code of an error of the operating system, as ENOENT; undefined for any other error. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined;
}

/** Throws `artifact.write-failed` for an error of the operating system, any other error as it is. */
export function throwWriteFault(path: string, error: unknown): never {
  const code = systemCode(error);
  if (code === undefined) throw error;
  throw new SluiceError({
    code: 'artifact.write-failed',
    message: 'an artifact could not be written; nothing of it was kept',
    seen: seenOf(path, error),
    mend: MENDS[code] ?? OTHER_MEND,
    cause: error,
  });
}

/** Throws `artifact.read-failed` for an error of the operating system, any other error as it is. */
export function throwReadFault(path: string, error: unknown): never {
  const code = systemCode(error);
  if (code === undefined) throw error;
  throw new SluiceError({
    code: 'artifact.read-failed',
    message: 'an artifact is there and could not be read',
    seen: seenOf(path, error),
    mend: MENDS[code] ?? OTHER_MEND,
    cause: error,
  });
}

/** Whether the error says that there is no such file: a folder of that name is none. */
export function isNoFile(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '');
}

/** The system's own words name the path that it failed at, which may be another. */
function seenOf(path: string, error: unknown): string {
  return error instanceof Error ? `${path}: ${error.message}` : path;
}
