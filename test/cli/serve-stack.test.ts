import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serveStack } from '../../src/cli/serve-stack.ts';
import { openStack } from '../../src/stacks/open-stack.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { createToken } from '../../src/tracking/tokens/create-token.ts';
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
async function serveWhile(work: (url: string) => Promise<unknown>, needsTokens = false): Promise<string> {
  let url = '';
  const context = { err: (text: string) => void errors.push(text), untilInterrupted: () => work(url) };
  await serveStack(context, stack, { port: 0, needsTokens, serving: (served) => (url = served) });
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

  it('answers only bearers of its tokens when it is to', async () => {
    const by = { by: 'user:ann', atMs: Date.now() };
    const { text } = await createToken(stack.records.tokens, { name: 'ci', scopes: ['read'] }, by);

    await serveWhile(async (url) => {
      const headers = { authorization: `Bearer ${text}` };
      expect((await fetch(`${url}/health`)).status).toBe(401);
      expect((await fetch(`${url}/health`, { headers })).status).toBe(200);
      expect((await fetch(`${url}/models/slope/invocations`, { method: 'POST', headers })).status).toBe(403);
    }, true);

    expect(errors.join('')).toContain('sluice token create');
    expect(errors.join('')).not.toContain(text);
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
