import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { trainRidge } from '../../src/models/linear/train-ridge.ts';
import { modelFromDocument } from '../../src/models/model-from-document.ts';
import { fitImpute } from '../../src/models/transforms/impute.ts';

const gap = Number.NaN;
const columns = { a: 'float', b: 'int', y: 'float' } as const;
const table = tableOf(columns, { a: [1, 2, 4, 8], b: [gap, 3, 1, 2], y: [2, 1, 5, 3] });
const trained = trainRidge({ table, features: ['a', 'b'], target: 'y', l2: 1, transforms: [fitImpute(table, ['b'])] });
const model = modelFromDocument(trained.document);

describe('a model', () => {
  it('names its inputs, which of them may be missing, and gives one row as an example', () => {
    expect(model.signature).toEqual({
      inputs: [
        { name: 'a', kind: 'float', nullable: false },
        { name: 'b', kind: 'int', nullable: true },
      ],
      output: { name: 'y', kind: 'float' },
    });
    expect(model.features).toEqual({ a: 'float', b: 'int' });
    expect(model.inputExample).toEqual({ a: 1, b: null });
  });

  it('fills missing values with the medians of its training rows', () => {
    const raw = tableOf({ a: 'float', b: 'int' }, { a: [5], b: [gap] });
    const filled = tableOf({ a: 'float', b: 'int' }, { a: [5], b: [2] });
    expect(model.predict(raw)).toEqual(model.predict(filled));
  });

  it('predicts as intercept and coefficients say', () => {
    const { coefficients, intercept } = model.document;
    const [a, b] = coefficients.map(({ coefficient }) => coefficient);
    expect(model.predict(tableOf({ a: 'float', b: 'int' }, { a: [5], b: [7] }))[0]).toBeCloseTo(
      intercept + 5 * a! + 7 * b!,
      12,
    );
  });

  it('passes over columns it does not know and does not mind their order', () => {
    const plain = tableOf({ a: 'float', b: 'int' }, { a: [5], b: [7] });
    const more = tableOf({ note: 'text', b: 'int', a: 'float' }, { note: ['hello'], b: [7], a: [5] });
    expect(model.predict(more)).toEqual(model.predict(plain));
  });

  it('predicts a row alone as it does among others', () => {
    const alone = tableOf({ a: 'float', b: 'int' }, { a: [4], b: [1] });
    expect(model.predict(alone)[0]).toBe(model.predict(table)[2]);
  });

  it('predicts nothing for no rows', () => {
    expect(model.predict(tableOf({ a: 'float', b: 'int' }, { a: [], b: [] }))).toHaveLength(0);
  });

  it('refuses rows that lack a column, with the nearest', () => {
    const narrow = tableOf({ weight: 'float', y: 'float' }, { weight: [1, 2], y: [1, 2] });
    const byWeight = trainRidge({ table: narrow, features: ['weight'], target: 'y', l2: 0 });
    expect(() => byWeight.predict(tableOf({ wieght: 'float' }, { wieght: [1] }))).toThrow(
      expect.objectContaining({
        code: 'model.column-missing',
        facts: expect.objectContaining({ mend: 'did you mean "wieght"?' }),
      }),
    );
  });

  it('refuses text in a column of numbers', () => {
    expect(() => model.predict(tableOf({ a: 'float', b: 'text' }, { a: [1], b: ['1'] }))).toThrow(
      expect.objectContaining({ code: 'model.column-not-numeric' }),
    );
  });

  it('refuses a missing value that it has no imputation for', () => {
    expect(() => model.predict(tableOf({ a: 'float', b: 'int' }, { a: [1, gap], b: [1, 1] }))).toThrow(
      expect.objectContaining({ code: 'model.feature-missing' }),
    );
  });

  it('keeps the statistics of its training rows', () => {
    const { rows, features, target } = model.document.statistics;
    expect(rows).toBe(4);
    expect(features[0]).toEqual({
      column: 'a',
      mean: 3.75,
      standardDeviation: Math.sqrt(115 / 16),
      min: 1,
      max: 8,
      missing: 0,
    });
    expect(features[1]).toMatchObject({ column: 'b', mean: 2, min: 1, max: 3, missing: 1 });
    expect(target).toMatchObject({ column: 'y', mean: 2.75, min: 1, max: 5, missing: 0 });
  });
});
