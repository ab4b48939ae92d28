import { SluiceError } from '../../../errors/sluice-error.ts';
import { corruptRecords } from './corrupt-records.ts';

/** Primary result codes, https://sqlite.org/rescode.html; the low byte of an extended one. */
const code = { busy: 5, locked: 6, readOnly: 8, inputOutput: 10, corrupt: 11, full: 13, cantOpen: 14, notDatabase: 26 };

/**
 * What a fault of SQLite means to a user: `records.corrupt`, `records.unavailable` (another process holds the file, or
 * the file system fails), or the error itself when it is neither.
 */
export function sqliteFault(error: unknown, path: string): unknown {
  switch (resultCode(error)) {
    case code.corrupt:
    case code.notDatabase:
      return corruptRecords(path, error);
    case code.busy:
    case code.locked:
      return busy(error, path);
    case code.readOnly:
    case code.inputOutput:
    case code.full:
    case code.cantOpen:
      return unusable(error, path);
    default:
      return error;
  }
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}

function busy(cause: unknown, path: string): SluiceError {
  return new SluiceError({
    code: 'records.unavailable',
    message: 'another process has held the file of records for too long',
    seen: path,
    mend: 'try again; if it stays, end the process that has the file open',
    retry: 'transient',
    cause,
  });
}

/** The error of a file that cannot be opened or written. */
export function unusable(cause: unknown, path: string): SluiceError {
  return new SluiceError({
    code: 'records.unusable',
    message: 'the file of records cannot be opened or written',
    seen: `${path}: ${cause instanceof Error ? cause.message : String(cause)}`,
    mend: 'check that its folder exists, may be written and has room, or name another in `SLUICE_HOME`',
    cause,
  });
}
