import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFileArtifacts } from '../../src/stacks/local/file-artifacts.ts';
import { collect } from '../collect.ts';

const SIZE_BYTES = 8_000_000;
const script = fileURLToPath(new URL('create-artifacts.ts', import.meta.url));
let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(root, { recursive: true }));

describe('a process killed while it writes artifacts', () => {
  it('leaves whole artifacts and no halves, and the next write works', async () => {
    await createUntilKilled();
    const store = openFileArtifacts(root);
    const objects = await collect(store.list(''));
    expect(objects.length).toBeGreaterThan(2);
    for (const { key } of objects) expect(await hashAt(key)).toBe(key.slice('artifacts/'.length));
    expect(await store.create('artifacts/next', Buffer.from('next'))).toBe('created');
  }, 60_000);
});

/** After the third artifact the fourth is being made or written. */
async function createUntilKilled(): Promise<void> {
  const child = spawn(process.execPath, [script, root, String(SIZE_BYTES)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  let created = 0;
  for await (const line of child.stdout.setEncoding('utf8')) {
    created += String(line).split('\n').length - 1;
    if (created >= 3) child.kill('SIGKILL');
  }
  await exited;
}

async function hashAt(key: string): Promise<string> {
  const bytes = await openFileArtifacts(root).read(key);
  return createHash('sha256').update(bytes!).digest('hex');
}
