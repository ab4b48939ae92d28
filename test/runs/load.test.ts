import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SourceFile } from '../../src/data/source-file.ts';
import { json } from '../../src/pipeline/artifact-types.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { hashOf, load, type Loader } from '../../src/runs/load.ts';
import type { Source } from '../../src/runs/source.ts';
import { storeOutputs } from '../../src/runs/store-outputs.ts';
import { stepWorld } from './step-world.ts';

const make = step({ name: 'make', inputs: {}, outputs: { out: json<number>() }, run: () => ({ out: 1 }) });
const file = { file: { uri: 'file:///a', name: 'a', sha256: 'f'.repeat(64), sizeBytes: 1 } };
const opened = { name: 'a' } as SourceFile;
let world: Awaited<ReturnType<typeof stepWorld>>;
let loader: Loader;
beforeEach(async () => {
  world = await stepWorld(pipeline('p', { parameters: {} }, () => void make({})));
  loader = { artifacts: world.artifacts, openFile: async () => opened };
});
afterEach(() => world.close());

async function stored(value: unknown, type: 'json' | 'list' = 'json') {
  const { artifacts } = await storeOutputs(world.artifacts, 'artifacts/p/s', { out: type }, { out: value });
  return artifacts['out']!;
}

describe('load', () => {
  it('gives a step what it is handed: artifacts, items, gathered lists, values and files', async () => {
    const [reference, items] = [await stored({ a: 1 }), await stored(['x', 'y'], 'list')];
    const artifact: Source = { kind: 'artifact', reference };
    const item: Source = { kind: 'item', list: items, index: 1 };

    expect(await load(artifact, loader)).toEqual({ a: 1 });
    expect(await load(item, loader)).toBe('y');
    expect(await load({ kind: 'gathered', items: [artifact, item] }, loader)).toEqual([{ a: 1 }, 'y']);
    expect(await load({ kind: 'value', value: 3 }, loader)).toBe(3);
    expect(await load({ kind: 'value', value: file }, loader)).toBe(opened);
  });
});

describe('load of items', () => {
  it('reads a list once for items one after the other, and lets no step change what the next one gets', async () => {
    const list = await stored([{ a: 1 }, { a: 2 }], 'list');
    let reads = 0;
    const artifacts = {
      ...world.artifacts,
      read: (key: string) => {
        reads += 1;
        return world.artifacts.read(key);
      },
    };
    const item = (index: number) => load({ kind: 'item', list, index }, { ...loader, artifacts });

    Object.assign((await item(0)) as object, { a: 9 });

    expect([await item(0), await item(1)]).toEqual([{ a: 1 }, { a: 2 }]);
    expect(reads).toBe(1);
  });

  it('reads a list again that could not be read', async () => {
    const list = await stored(['x'], 'list');
    let isDown = true;
    const read = (key: string) => (isDown ? Promise.reject(new Error('down')) : world.artifacts.read(key));
    const down = { ...loader, artifacts: { ...world.artifacts, read } };

    await expect(load({ kind: 'item', list, index: 0 }, down)).rejects.toThrow('down');
    isDown = false;

    expect(await load({ kind: 'item', list, index: 0 }, down)).toBe('x');
  });
});

describe('hashOf', () => {
  it('is that of the bytes for artifacts and files', async () => {
    const reference = await stored({ a: 1 });

    expect(await hashOf({ kind: 'artifact', reference }, loader)).toBe(reference.sha256);
    expect(await hashOf({ kind: 'value', value: file }, loader)).toBe(file.file.sha256);
  });

  it('does not depend on the neighbours of an item', async () => {
    const [long, short] = [await stored([1, { b: 2, a: 1 }, 3], 'list'), await stored([{ a: 1, b: 2 }], 'list')];

    const hashes = [
      await hashOf({ kind: 'item', list: long, index: 1 }, loader),
      await hashOf({ kind: 'item', list: short, index: 0 }, loader),
    ];

    expect(hashes[0]).toBe(hashes[1]);
    expect(await hashOf({ kind: 'item', list: long, index: 0 }, loader)).not.toBe(hashes[0]);
  });

  it('depends on the order in which items were gathered', async () => {
    const values: Source[] = [1, 2].map((value) => ({ kind: 'value', value }));

    const [forth, back] = [values, values.toReversed()].map((items) => hashOf({ kind: 'gathered', items }, loader));

    expect(await forth).not.toBe(await back);
  });

  it('tells values of different types apart', async () => {
    const hashes = await Promise.all([1, '1', true, 'true'].map((value) => hashOf({ kind: 'value', value }, loader)));

    expect(new Set(hashes).size).toBe(4);
  });
});
