import { accessSync, constants } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from '../artifacts/system-fault.ts';

/** Whether a file of SQLite is there to be read and no more: it may not be written, or nothing beside it. */
export function mayOnlyRead(path: string): boolean {
  return may(path, constants.R_OK) && !(may(path, constants.W_OK) && may(dirname(path), constants.W_OK));
}

function may(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return false;
    throw error;
  }
}
