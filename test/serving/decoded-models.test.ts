import { hash } from 'node:crypto';
import { expect, it } from 'vitest';
import { decodedModels } from '../../src/serving/decoded-models.ts';
import { slopeModel } from './released-world.ts';

const NAMES = ['a', 'gone', ...Array.from({ length: 33 }, (_, at) => `m${at}`)];
const modelOf = (name: string) => slopeModel(NAMES.indexOf(name));
const reference = (name: string) => {
  const bytes = modelOf(name);
  return { type: 'model', key: name, sha256: hash('sha256', bytes), sizeBytes: bytes.length } as const;
};

function counting() {
  const read: string[] = [];
  const artifacts = {
    read: async (key: string) => {
      read.push(key);
      return key === 'gone' ? undefined : modelOf(key);
    },
    uri: (key: string) => `memory:${key}`,
  };
  return { read, models: decodedModels(artifacts) };
}

it('reads a model once', async () => {
  const { read, models } = counting();
  expect(await models(reference('a'))).toBe(await models(reference('a')));
  expect(read).toEqual(['a']);
});

it('holds 32 models; the one that was read first makes room', async () => {
  const { read, models } = counting();
  for (let at = 0; at <= 32; at += 1) await models(reference(`m${at}`));
  await models(reference('m1'));
  expect(read).toHaveLength(33);
  await models(reference('m0'));
  expect(read).toHaveLength(34);
});

it('asks again for a model that was gone', async () => {
  const { read, models } = counting();
  await expect(models(reference('gone'))).rejects.toMatchObject({ code: 'artifact.missing' });
  await expect(models(reference('gone'))).rejects.toMatchObject({ code: 'artifact.missing' });
  expect(read).toHaveLength(2);
});

it('serves no model whose bytes were changed', async () => {
  const { models } = counting();
  const changed = { ...reference('a'), sha256: 'ff' };
  await expect(models(changed)).rejects.toMatchObject({ code: 'artifact.damaged' });
});
