import { stat, utimes } from 'node:fs/promises';
import { isDueForRenewal } from '../../../artifacts/unreferenced.ts';
import { isNoFile, throwWriteFault } from './system-fault.ts';

/** Makes a file's last change a recent one; false if there is no such file. Throws `artifact.write-failed`. */
export async function renewFile(path: string, nowMs: number): Promise<boolean> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return false;
    const nowSeconds = nowMs / 1_000;
    if (isDueForRenewal(found.mtimeMs, nowMs)) await utimes(path, nowSeconds, nowSeconds);
    return true;
  } catch (error) {
    return isNoFile(error) ? false : throwWriteFault(path, error);
  }
}
