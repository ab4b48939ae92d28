import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { serveStack } from '../../src/cli/serve-stack.ts';
import { fakeContext } from './fake-context.ts';

it('serves until the user ends it, then takes no more requests', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  const context = fakeContext(folder);
  const stack = await context.openStack('local');
  let url = '';
  const untilInterrupted = async () => {
    await expect((await fetch(`${url}/health`)).text()).resolves.toBe('OK');
  };

  await serveStack({ ...context, untilInterrupted }, stack, 0, (served) => (url = served));

  await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  await stack.close();
  await rm(folder, { recursive: true });
});
