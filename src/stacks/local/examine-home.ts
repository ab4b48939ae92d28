import { randomUUID } from 'node:crypto';
import { rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from '../finding.ts';
import { systemCode } from './artifacts/system-fault.ts';

/** Below the first a run of some size may fail, below the second any. */
const FREE_BYTES = { warning: 1_000_000_000, wrong: 50_000_000 };

/** Whether a home can be written, and how much room there is; `freeBytes` is asked of the system unless given. */
export async function examineHome(home: string, freeBytes = freeBytesAt): Promise<Finding> {
  const fault = await writeFault(home);
  if (fault !== undefined) {
    const mend = 'give your user the right to write there, or set SLUICE_HOME to another folder';
    return { part: 'home', state: 'wrong', says: `${home} cannot be written: ${fault}`, mend };
  }
  const free = await freeBytes(home);
  const says = `${home} can be written, ${(free / 1e9).toFixed(1)} GB free`;
  if (free >= FREE_BYTES.warning) return { part: 'home', state: 'good', says };
  const mend = 'free space on the disk: `sluice gc --older-than 30d` removes old runs with their artifacts';
  return { part: 'home', state: free < FREE_BYTES.wrong ? 'wrong' : 'warning', says, mend };
}

async function freeBytesAt(path: string): Promise<number> {
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize;
}

/** What the system says against writing a file there; rights alone say little of read-only disks and quotas. */
async function writeFault(home: string): Promise<string | undefined> {
  const path = join(home, `.doctor-${randomUUID()}`);
  try {
    await writeFile(path, 'x', { flush: true });
    return undefined;
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    return code;
  } finally {
    await rm(path, { force: true });
  }
}
