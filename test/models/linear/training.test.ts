import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { centreTraining } from '../../../src/models/linear/training.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';

const columns = { a: 'float', b: 'int', note: 'text', y: 'float' } as const;
const table = tableOf(columns, { a: [1, 2, 3], b: [4, Number.NaN, 8], note: ['p', 'q', 'r'], y: [1, 2, 3] });
const codeIs = (code: string, text = '') => expect.objectContaining({ code, message: expect.stringContaining(text) });

describe('centreTraining', () => {
  it('imputes before it checks', () => {
    const impute = fitImpute(table, ['b']);
    const { features } = centreTraining({ table, features: ['a', 'b'], target: 'y', impute });
    expect(features.map(({ name, kind, values }) => ({ name, kind, values: [...values] }))).toEqual([
      { name: 'a', kind: 'float', values: [1, 2, 3] },
      { name: 'b', kind: 'int', values: [4, 4, 8] },
    ]);
  });

  it('refuses missing values that nothing stands for, naming column and row', () => {
    expect(() => centreTraining({ table, features: ['a', 'b'], target: 'y' })).toThrow(
      codeIs('model.feature-missing', '"b"'),
    );
  });

  it('refuses infinite values of features and of the target', () => {
    const infinite = tableOf(columns, { a: [Number.NEGATIVE_INFINITY], b: [1], note: ['p'], y: [1] });
    expect(() => centreTraining({ table: infinite, features: ['a'], target: 'y' })).toThrow(codeIs('model.not-finite'));
    expect(() => centreTraining({ table: infinite, features: ['b'], target: 'a' })).toThrow(codeIs('model.not-finite'));
  });

  it('refuses missing targets, saying how many', () => {
    expect(() => centreTraining({ table, features: ['a'], target: 'b' })).toThrow(
      codeIs('model.target-missing', '1 of 3 rows'),
    );
  });

  it('refuses a table without rows', () => {
    const empty = tableOf(columns, { a: [], b: [], note: [], y: [] });
    expect(() => centreTraining({ table: empty, features: ['a'], target: 'y' })).toThrow(
      codeIs('model.no-training-rows'),
    );
  });

  it.each([[[]], [['a', 'a']], [['a', 'y']]] as const)('refuses the features %j', (features) => {
    expect(() => centreTraining({ table, features, target: 'y' })).toThrow(codeIs('model.bad-features'));
  });

  it('does not compile with a text column as a feature, and refuses it at run time', () => {
    // @ts-expect-error a text column is no feature
    expect(() => centreTraining({ table, features: ['note'], target: 'y' })).toThrow(
      codeIs('model.column-not-numeric'),
    );
  });
});
