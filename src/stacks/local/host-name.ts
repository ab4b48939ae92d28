import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemCode } from './artifacts/system-fault.ts';

/** The name of this host, with a mark kept among its temporary files: two machines or containers may bear one name. */
export function hostName(folder: string = tmpdir()): string {
  return `${hostname()}#${markIn(folder)}`;
}

function markIn(folder: string): string {
  const path = join(folder, 'sluice-host');
  try {
    if (!existsSync(path)) createWhole(path, randomUUID());
    return readFileSync(path, 'utf8');
  } catch {
    return randomUUID(); // A host that can keep no mark is known to no other process: its runs are judged by their leases.
  }
}

/** Gives the path its text at once, so that no other process reads a part, unless something has that path. */
function createWhole(path: string, text: string): void {
  const temporary = `${path}.${text}`;
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
    linkSync(temporary, path);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
}
