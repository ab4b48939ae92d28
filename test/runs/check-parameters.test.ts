import { describe, expect, it } from 'vitest';
import { choice, file, flag, integer, number, text } from '../../src/pipeline/parameters.ts';
import { checkParameters } from '../../src/runs/check-parameters.ts';

const declared = {
  source: file(),
  model: choice(['linear', 'ridge'], { default: 'linear' }),
  l2: number({ default: 1, min: 0 }),
  folds: integer({ default: 5, min: 2, max: 10 }),
  verbose: flag({ default: false }),
  note: text({ default: '' }),
};

describe('checkParameters', () => {
  it('fills in defaults and turns text into what is declared', () => {
    expect(checkParameters(declared, { source: 'a.csv', l2: '0.5', folds: '3', verbose: 'true' })).toEqual({
      source: 'a.csv',
      model: 'linear',
      l2: 0.5,
      folds: 3,
      verbose: true,
      note: '',
    });
  });

  it('names the nearest parameter for an unknown one', () => {
    expect(() => checkParameters(declared, { source: 'a', modle: 'ridge' })).toThrow(
      expect.objectContaining({
        code: 'parameter.unknown',
        facts: expect.objectContaining({ mend: 'did you mean model?' }),
      }),
    );
  });

  it('names the nearest choice for one that there is not', () => {
    expect(() => checkParameters(declared, { source: 'a', model: 'Rigde' })).toThrow(
      expect.objectContaining({ facts: expect.objectContaining({ mend: 'did you mean model=ridge?' }) }),
    );
  });

  it('asks for a parameter that has no default', () => {
    expect(() => checkParameters(declared, {})).toThrow(expect.objectContaining({ code: 'parameter.missing' }));
  });

  it.each([
    ['model', 'lasso'],
    ['l2', 'much'],
    ['l2', ''],
    ['l2', -1],
    ['l2', 'Infinity'],
    ['folds', 2.5],
    ['folds', 11],
    ['verbose', 'yes'],
    ['note', 'x'.repeat(1_025)],
    ['source', ''],
  ])('refuses %s = %j with what is allowed', (name, value) => {
    expect(() => checkParameters(declared, { source: 'a', [name]: value })).toThrow(
      expect.objectContaining({ code: 'parameter.not-allowed' }),
    );
  });
});
