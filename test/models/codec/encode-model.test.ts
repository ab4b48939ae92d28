import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { modelFromDocument } from '../../../src/models/model-from-document.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';

const table = tableOf({ a: 'float', b: 'int', y: 'float' }, { a: [1, 2, 3], b: [1, Number.NaN, 4], y: [1, 2, 3] });
const impute = fitImpute(table, ['b']);
const model = trainRidge({ table, features: ['a', 'b'], target: 'y', l2: 1, transforms: [impute] });

describe('encodeModel', () => {
  it('writes one JSON object that names its format', () => {
    const file: unknown = JSON.parse(new TextDecoder().decode(encodeModel(model)));
    expect(file).toMatchObject({ format: 'sluice.model', formatVersion: 1, trainer: { name: 'ridge', l2: 1 } });
  });

  it('writes the signature as a JSON Schema of a row too', () => {
    const file: unknown = JSON.parse(new TextDecoder().decode(encodeModel(model)));
    expect(file).toMatchObject({
      inputSchema: {
        type: 'object',
        properties: { a: { type: 'number' }, b: { type: ['integer', 'null'] } },
        required: ['a'],
      },
    });
  });

  it('refuses numbers that JSON cannot hold', () => {
    const broken = modelFromDocument({ ...model.document, level: Number.NaN });
    expect(() => encodeModel(broken)).toThrow(expect.objectContaining({ code: 'data.not-finite' }));
  });
});
