import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { decodeModel } from '../../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';

const table = tableOf({ a: 'float', y: 'float' }, { a: [1, 2, 4], y: [1, 5, 3] });
const bytes = encodeModel(trainLinear({ table, features: ['a'], target: 'y' }));
const file = JSON.parse(new TextDecoder().decode(bytes)) as Readonly<Record<string, unknown>>;

const encode = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const damaged = (seen: string) =>
  expect.objectContaining({
    code: 'model.damaged',
    facts: expect.objectContaining({ seen: expect.stringContaining(seen) }),
  });

describe('decodeModel', () => {
  it('refuses a file cut short at any byte', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => decodeModel(bytes.subarray(0, length))).toThrow(damaged(`${length} bytes`));
    }
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(() => decodeModel(Uint8Array.of(0x22, 0xff, 0x22))).toThrow(damaged('3 bytes'));
  });

  it.each([null, 7, [], {}, { format: 'other', formatVersion: 1 }, { ...file, formatVersion: '1' }])(
    'refuses JSON that is no model: %j',
    (content) => {
      expect(() => decodeModel(encode(content))).toThrow(damaged('not a model'));
    },
  );

  it.each(Object.keys(file).filter((key) => !['format', 'formatVersion', 'inputSchema'].includes(key)))(
    'refuses a model without its %s, naming it',
    (key) => {
      const { [key]: _removed, ...rest } = file;
      expect(() => decodeModel(encode(rest))).toThrow(damaged(key));
    },
  );

  it('refuses coefficients that are not those of the signature', () => {
    const coefficients = [{ column: 'other', coefficient: 1, centre: 0 }];
    expect(() => decodeModel(encode({ ...file, coefficients }))).toThrow(damaged('coefficients'));
  });

  it('refuses a newer format, whatever else it holds', () => {
    const newer = { format: 'sluice.model', formatVersion: 2, layers: [] };
    expect(() => decodeModel(encode(newer))).toThrow(expect.objectContaining({ code: 'model.newer-format' }));
  });

  it('brings none of the packages that train along, so that serving stays small', async () => {
    const entry = fileURLToPath(new URL('../../../src/models/codec/decode-model.ts', import.meta.url));
    const { metafile, outputFiles } = await build({
      entryPoints: [entry],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
    });
    expect(Object.keys(metafile.inputs).filter((input) => input.includes('node_modules/ml-'))).toEqual([]);
    expect(outputFiles[0]!.contents.length).toBeLessThan(50_000);
  });
});
