import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SluiceError } from '../../errors/sluice-error.ts';
import { isNoFile, systemCode } from '../local/artifacts/system-fault.ts';
import { makeHome, unusableHome } from '../local/home.ts';
import { withLock } from './with-lock.ts';
import { NO_STACKS, type StacksDocument } from './stacks-document.ts';

/** The stacks registered in a home. Throws `stack.file-damaged`, `stack.file-newer`, `stack.file-unreadable`. */
export async function readStacks(home: string): Promise<StacksDocument> {
  const path = join(home, 'stacks.json');
  const text = await readText(path);
  if (text === undefined) return NO_STACKS;
  const { parseStacks } = await import('./parse-stacks.ts'); // most homes have no such file
  return parseStacks(text, path);
}

/** As long as others are waited for; a change takes some milliseconds. */
const PATIENCE_MS = 5_000;

/**
 * Changes the stacks registered in a home, one process after the other; the file is replaced whole. Throws as
 * `readStacks`, `home.unwritable`, `stack.file-busy`, and what `change` throws.
 */
export async function changeStacks(
  home: string,
  change: (document: StacksDocument) => StacksDocument,
  patienceMs = PATIENCE_MS,
): Promise<StacksDocument> {
  await makeHome(home);
  const path = join(home, 'stacks.json');
  return withLock(`${path}.lock`, patienceMs, async () => {
    const changed = change(await readStacks(home));
    await replaceText(path, `${JSON.stringify(changed, null, 2)}\n`);
    return changed;
  });
}

async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isNoFile(error)) return undefined;
    throw systemCode(error) === undefined ? error : unreadable(path, error);
  }
}

async function replaceText(path: string, text: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}`;
  try {
    await writeFile(temporary, text, { flush: true });
    await rename(temporary, path);
  } catch (error) {
    throw systemCode(error) === undefined ? error : unusableHome(path, error);
  } finally {
    await rm(temporary, { force: true });
  }
}

function unreadable(path: string, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'stack.file-unreadable',
    message: 'the file of registered stacks is there and cannot be read',
    seen: cause instanceof Error ? cause.message : path,
    mend: 'give your user the right to read it, or name a built-in stack with --stack',
    cause,
  });
}
