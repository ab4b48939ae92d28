import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { applyPolynomial, polynomialTerms } from '../../../src/models/transforms/polynomial.ts';

const columns = { a: 'float', b: 'float', c: 'float', note: 'text' } as const;
const table = tableOf(columns, { a: [2], b: [3], c: [5], note: ['n'] });
const names = (options: Parameters<typeof polynomialTerms>[2]) =>
  polynomialTerms(table, ['a', 'b', 'c'], options).terms.map(({ name }) => name);

describe('polynomialTerms', () => {
  it('has the products in the order and by the names of scikit-learn', () => {
    expect(names({ degree: 2 })).toEqual(['a^2', 'a b', 'a c', 'b^2', 'b c', 'c^2']);
    expect(polynomialTerms(table, ['a', 'b'], { degree: 3 }).terms.map(({ name }) => name)).toEqual([
      'a^2',
      'a b',
      'b^2',
      'a^3',
      'a^2 b',
      'a b^2',
      'b^3',
    ]);
  });

  it('has powers only, or products of different columns only', () => {
    expect(names({ degree: 3, interactions: 'none' })).toEqual(['a^2', 'b^2', 'c^2', 'a^3', 'b^3', 'c^3']);
    expect(names({ degree: 3, interactions: 'only' })).toEqual(['a b', 'a c', 'b c', 'a b c']);
  });

  it.each([0, 1, 2.5, Number.NaN, 200])('refuses the degree %s', (degree) => {
    expect(() => names({ degree })).toThrow(expect.objectContaining({ code: 'model.bad-degree' }));
  });

  it('does not compile for texts', () => {
    // @ts-expect-error texts have no products
    const squares = polynomialTerms(table, ['note'], { degree: 2 });
    expect(() => applyPolynomial(squares, table)).toThrow(
      expect.objectContaining({ code: 'model.column-not-numeric' }),
    );
  });
});

describe('applyPolynomial', () => {
  it('adds the products behind the columns', () => {
    const made = applyPolynomial(polynomialTerms(table, ['a', 'c'], { degree: 2 }), table);
    expect([...rowsOf(made)]).toEqual([{ a: 2, b: 3, c: 5, note: 'n', 'a^2': 4, 'a c': 10, 'c^2': 25 }]);
  });

  it('refuses a name that is taken', () => {
    const taken = tableOf({ a: 'float', 'a^2': 'float' }, { a: [2], 'a^2': [1] });
    expect(() => applyPolynomial(polynomialTerms(taken, ['a'], { degree: 2 }), taken)).toThrow(
      expect.objectContaining({ code: 'model.column-taken' }),
    );
  });
});
