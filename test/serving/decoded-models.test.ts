import { expect, it } from 'vitest';
import { decodedModels } from '../../src/serving/decoded-models.ts';
import { slopeModel } from './released-world.ts';

const bytes = slopeModel(2);
const reference = (name: string) =>
  ({ type: 'model', key: `artifacts/${name}`, sha256: name, sizeBytes: bytes.length }) as const;

function counting() {
  const read: string[] = [];
  const artifacts = {
    read: async (key: string) => {
      read.push(key);
      return key.endsWith('gone') ? undefined : bytes;
    },
    uri: (key: string) => `memory:${key}`,
  };
  return { read, models: decodedModels(artifacts) };
}

it('reads a model once', async () => {
  const { read, models } = counting();
  expect(await models(reference('a'))).toBe(await models(reference('a')));
  expect(read).toEqual(['artifacts/a']);
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
