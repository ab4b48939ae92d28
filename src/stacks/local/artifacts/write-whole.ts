import { randomUUID } from 'node:crypto';
import { link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { RESERVED_PART } from '../../../artifacts/check-key.ts';
import { renewFile } from './renew-file.ts';
import { systemCode, throwWriteFault } from './system-fault.ts';

/** Fills a temporary file, syncs it and gives it the path; something that has that path already is renewed. */
export async function createWhole(
  root: string,
  path: string,
  fill: Fill,
  now: () => number,
): Promise<'created' | 'exists'> {
  return withTemporaryFile(root, path, fill, async (temporary) => {
    if (await linkNew(temporary, path)) return 'created';
    if (await renewFile(path, now())) return 'exists';
    return (await linkNew(temporary, path)) ? 'created' : 'exists'; // it was removed between the two
  });
}

async function linkNew(temporary: string, path: string): Promise<boolean> {
  try {
    await link(temporary, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Fills a temporary file, syncs it and gives it the path, in place of what had it. */
export async function replaceWhole(root: string, path: string, fill: Fill): Promise<void> {
  return withTemporaryFile(root, path, fill, (temporary) => rename(temporary, path));
}

type Fill = (temporary: string) => Promise<void>;

/** The folder is in the same file system, so that a path gets a whole file or none, whenever the process is killed. */
async function withTemporaryFile<T>(
  root: string,
  path: string,
  fill: Fill,
  settle: (temporary: string) => Promise<T>,
): Promise<T> {
  const temporary = join(root, RESERVED_PART, randomUUID());
  try {
    await mkdir(dirname(temporary), { recursive: true });
    return await fillAndSettle(temporary, path, fill, settle);
  } catch (error) {
    return throwWriteFault(path, error);
  }
}

async function fillAndSettle<T>(
  temporary: string,
  path: string,
  fill: Fill,
  settle: (temporary: string) => Promise<T>,
): Promise<T> {
  try {
    await fill(temporary);
    await sync(temporary);
    await mkdir(dirname(path), { recursive: true });
    return await settle(temporary);
  } finally {
    await rm(temporary, { force: true });
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
