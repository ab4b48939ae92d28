import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveStack } from '../../src/cli/serve-stack.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { releasedWorld, slopeModel } from '../serving/released-world.ts';

let folder: string;
let stack: Stack;
let errors: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  stack = await openStack('local', { home: folder, root: folder });
  errors = [];
});
afterEach(async () => {
  await stack.close();
  await rm(folder, { recursive: true });
});

/** Serves while `work` lasts; answers the URL that was. */
async function serveWhile(work: (url: string) => Promise<unknown>): Promise<string> {
  let url = '';
  const context = { err: (text: string) => void errors.push(text), untilInterrupted: () => work(url) };
  await serveStack(context, stack, 0, (served) => (url = served));
  return url;
}

const post = (url: string) =>
  fetch(`${url}/models/slope/invocations`, {
    method: 'POST',
    body: '{"inputs":[{"a":1}]}',
    headers: { 'content-type': 'application/json' },
  });

describe('serveStack', () => {
  it('serves until the user ends it, then takes no more requests', async () => {
    const url = await serveWhile(async (served) => {
      await expect((await fetch(`${served}/health`)).text()).resolves.toBe('OK');
    });

    await expect(fetch(`${url}/health`)).rejects.toThrow('fetch failed');
  });

  it('says where, and that nothing is released yet', async () => {
    const url = await serveWhile(async () => undefined);

    expect(errors).toEqual([
      expect.stringContaining('nothing is released yet'),
      expect.stringContaining(`serving on ${url} until Ctrl-C`),
    ]);
  });

  it('tells the fault of a store once, in words and without a stack', async () => {
    const world = releasedWorld();
    world.files.delete(await world.release('slope', slopeModel(1)));
    stack = {
      ...stack,
      records: { ...stack.records, registry: world.registry },
      artifacts: { ...stack.artifacts, ...world.artifacts },
    };

    await serveWhile(async (url) => {
      const response = await post(url);
      expect(response.status).toBe(500);
    });

    expect(errors.join('')).toContain('[artifact.missing]');
    expect(errors.join('')).not.toMatch(/^\s+at |nothing is released/m);
    await world.close();
  });
});
