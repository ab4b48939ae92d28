import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillSamples } from '../../../src/cli/sample/fill-samples.ts';
import { file } from '../../../src/pipeline/parameters.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import { fakeContext } from '../fake-context.ts';

const orders: Pipeline = {
  name: 'orders',
  parameters: { source: file() },
  samples: {
    source: {
      description: 'generated, not real',
      fileName: 'orders.csv',
      rows: 2,
      seed: 5,
      generate: ({ rows, seed }) => [Buffer.from('id\n'), Buffer.from(`${seed}\n`.repeat(rows))],
    },
  },
  timeoutMs: 1_000,
  concurrency: 'parallel',
  secrets: {},
  configuration: {},
  nodes: [],
  steps: new Map(),
};

const onThisMachine = { name: 'mine', flavors: BUILT_IN_STACKS['local']! };
const onAws = { name: 'aws', flavors: BUILT_IN_STACKS['aws']! };

describe('fillSamples', () => {
  let context: ReturnType<typeof fakeContext>;
  beforeEach(async () => {
    context = fakeContext(await mkdtemp(join(tmpdir(), 'sluice-')));
  });
  afterEach(() => rm(context.root, { recursive: true }));

  it('writes a sample for a file that was not given, and says that it is one', async () => {
    const { source } = await fillSamples(context, orders, onThisMachine, {});
    await expect(readFile(source!, 'utf8')).resolves.toBe('id\n5\n5\n');
    expect(context.errors.join('')).toContain('generated, not real');
  });

  it('keeps a file that was given', async () => {
    await expect(fillSamples(context, orders, onThisMachine, { source: 'mine.csv' })).resolves.toEqual({
      source: 'mine.csv',
    });
    expect(context.errors).toEqual([]);
  });

  it('writes nothing for parameters that no run would take', async () => {
    await expect(fillSamples(context, orders, onThisMachine, { modle: 'ridge' })).rejects.toMatchObject({
      code: 'parameter.unknown',
    });
    await expect(readdir(context.root)).resolves.toEqual([]);
  });

  it('makes nothing up on a stack that is not of this machine', async () => {
    await expect(fillSamples(context, orders, onAws, {})).resolves.toEqual({});
  });
});
