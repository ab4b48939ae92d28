import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
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
    writeFileSync(path, randomUUID(), { flag: 'wx' });
  } catch (error) {
    // A host that can keep no mark is known to no other process: its runs are judged by their leases.
    if (systemCode(error) !== 'EEXIST') return randomUUID();
  }
  return readFileSync(path, 'utf8');
}
