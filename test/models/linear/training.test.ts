import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { designRows, planOf } from '../../../src/models/linear/training.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';

const columns = { a: 'float', b: 'int', note: 'text', y: 'float' } as const;
const table = tableOf(columns, { a: [1, 2, 3], b: [4, Number.NaN, 8], note: ['p', 'q', 'r'], y: [1, 2, 3] });
const codeIs = (code: string, text = '') => expect.objectContaining({ code, message: expect.stringContaining(text) });

describe('designRows', () => {
  const transforms = [fitImpute(table, ['a', 'b'])];

  it('has the features after all transforms, then the target', () => {
    const { names, dense, rowCount } = designRows(
      planOf(columns, { features: ['b', 'a'], target: 'y', transforms }),
      table,
    );
    expect({ names, rowCount }).toEqual({ names: ['b', 'a', 'y'], rowCount: 3 });
    expect(dense.map(({ values }) => [...values])).toEqual([
      [4, 4, 8],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });

  it('has one group of codes for all indicators of a column', () => {
    const oneHot = fitOneHot(table, ['note']);
    const design = designRows(planOf(columns, { features: ['note', 'a'], target: 'y', transforms: [oneHot] }), table);
    expect(design.names).toEqual(['note=q', 'note=r', 'a', 'y']);
    expect(design.groups.map(({ codes, places }) => [...codes].map((level) => places[level]))).toEqual([[-1, 0, 1]]);
  });
});

describe('planOf', () => {
  it('keeps of an imputation what the model needs', () => {
    const { transforms } = planOf(columns, {
      features: ['b'],
      target: 'y',
      transforms: [fitImpute(table, ['a', 'b'])],
    });
    expect(transforms).toMatchObject([{ fills: [{ column: 'b' }] }]);
  });
});

describe('a training', () => {
  it('refuses missing values that nothing stands for, naming column and row', () => {
    expect(() => trainLinear({ table, features: ['a', 'b'], target: 'y' })).toThrow(
      codeIs('model.feature-missing', '"b"'),
    );
  });

  it('refuses infinite values of features and of the target', () => {
    const infinite = tableOf(columns, { a: [Number.NEGATIVE_INFINITY], b: [1], note: ['p'], y: [1] });
    expect(() => trainLinear({ table: infinite, features: ['a'], target: 'y' })).toThrow(codeIs('model.not-finite'));
    expect(() => trainLinear({ table: infinite, features: ['b'], target: 'a' })).toThrow(codeIs('model.not-finite'));
  });

  it('refuses missing targets, saying how many', () => {
    expect(() => trainLinear({ table, features: ['a'], target: 'b' })).toThrow(
      codeIs('model.target-missing', '1 of 3 rows'),
    );
  });

  it('refuses a table without rows', () => {
    const empty = tableOf(columns, { a: [], b: [], note: [], y: [] });
    expect(() => trainLinear({ table: empty, features: ['a'], target: 'y' })).toThrow(codeIs('model.no-training-rows'));
  });

  it.each([[[]], [['a', 'a']], [['a', 'y']]] as const)('refuses the features %j', (features) => {
    expect(() => trainLinear({ table, features, target: 'y' })).toThrow(codeIs('model.bad-features'));
  });

  it('does not compile with a text column as a feature, and refuses it at run time', () => {
    // @ts-expect-error a text column is no feature
    expect(() => trainLinear({ table, features: ['note'], target: 'y' })).toThrow(codeIs('model.column-not-numeric'));
  });
});
