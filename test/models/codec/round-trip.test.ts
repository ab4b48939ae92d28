import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { decodeModel } from '../../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import type { ModelDocument } from '../../../src/models/model-document.ts';
import { modelFromDocument } from '../../../src/models/model-from-document.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';

const columns = { a: 'float', b: 'int', y: 'float' } as const;
const table = tableOf(columns, { a: [1.1, 2.7, 4, 8], b: [Number.NaN, 3, 1, 2], y: [2, 1, 5, 3] });
const impute = fitImpute(table, ['b']);

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const document: fc.Arbitrary<ModelDocument> = fc
  .uniqueArray(
    fc.string().filter((name) => name !== '__proto__'),
    { minLength: 1, maxLength: 5 },
  )
  .chain((names) =>
    fc.record<ModelDocument>({
      format: fc.constant('sluice.model'),
      formatVersion: fc.constant(1),
      trainer: fc.oneof(
        fc.constant({ name: 'linear' as const }),
        fc.record({ name: fc.constant('polynomial' as const), degree: fc.integer({ min: 2, max: 9 }) }),
        fc.record({ name: fc.constant('ridge' as const), l2: number.map(Math.abs) }),
        fc.tuple(number.map(Math.abs), number, fc.constantFrom({}, { key: 'id' })).map(([l2, mse, key]) => {
          const path = [{ l2, mse, standardError: mse }];
          return { name: 'ridge' as const, l2, search: { folds: 5, seed: 7, ...key, path } };
        }),
      ),
      signature: fc.constant({
        inputs: names.map((name) => ({ name, kind: 'float' as const, nullable: true })),
        output: { name: 'target', kind: 'float' as const },
      }),
      transforms: fc.array(number, { maxLength: 1 }).map((values) =>
        values.map((value) => ({
          kind: 'impute' as const,
          strategy: 'median' as const,
          fills: [{ column: names[0]!, value, missing: 3 }],
        })),
      ),
      coefficients: fc
        .tuple(number, number)
        .map(([coefficient, centre]) => names.map((column) => ({ column, coefficient, centre }))),
      level: number,
      intercept: number,
      fit: fc.constant({ solver: 'cholesky', rank: names.length, collinear: [], constant: names }),
      statistics: fc.tuple(number, fc.nat()).map(([mean, rows]) => {
        const spread = { mean, standardDeviation: 1, min: mean, max: mean, missing: 0 };
        return { rows, features: [{ column: names[0]!, ...spread }], target: { column: 'target', ...spread } };
      }),
      inputExample: number.map((value) => Object.fromEntries(names.map((name, j) => [name, j === 0 ? null : value]))),
    }),
  );

describe('a model through its file', () => {
  it('keeps every number to the bit', () => {
    fc.assert(
      fc.property(document, (written) => {
        const read = decodeModel(encodeModel(modelFromDocument(written))).document;
        expect(read).toEqual(written);
      }),
    );
  });

  it('is written with the same bytes again', () => {
    fc.assert(
      fc.property(document, (written) => {
        const bytes = encodeModel(modelFromDocument(written));
        assert(Buffer.compare(encodeModel(decodeModel(bytes)), bytes) === 0);
      }),
    );
  });

  it.each([
    trainLinear({ table, features: ['a', 'b'], target: 'y', transforms: [impute] }),
    trainRidge({ table, features: ['a', 'b'], target: 'y', transforms: [impute], l2: 0.3 }),
  ])('predicts the same to the bit', (model) => {
    const read = decodeModel(encodeModel(model));
    expect(read.predict(table)).toEqual(model.predict(table));
    expect(read.signature).toEqual(model.signature);
    expect(read.inputExample).toEqual(model.inputExample);
  });

  it('has the same bytes for the same training rows', () => {
    const [first, second] = [1, 2].map(() =>
      encodeModel(trainLinear({ table, features: ['a', 'b'], target: 'y', transforms: [impute] })),
    );
    expect(first).toEqual(second);
  });
});
