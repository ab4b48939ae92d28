import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { features, fixtureOf } from './regression-fixture.ts';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);

describe.each(['plain', 'collinear', 'offset'] as const)('trainLinear on the %s table', (name) => {
  const { train, test, answers } = fixtureOf(name);
  const model = trainLinear({ table: train, features, target: 'score' });

  it('has the test metrics of scikit-learn', () => {
    const metrics = evaluate(model, test, 'score');
    expect(relative(metrics.mse, answers.linear.mse)).toBeLessThan(1e-10);
    expect(relative(metrics.r2, answers.linear.r2)).toBeLessThan(1e-9);
    expect(relative(metrics.mae, answers.linear.mae)).toBeLessThan(1e-10);
  });

  it('has its coefficients and intercept', () => {
    for (const [j, { coefficient }] of model.document.coefficients.entries()) {
      expect(relative(coefficient, answers.linear.coefficients[j]!)).toBeLessThan(1e-9);
    }
    expect(relative(model.document.intercept, answers.linear.intercept)).toBeLessThan(1e-9);
  });
});

describe('trainLinear', () => {
  it('says that ml-regression solved it', () => {
    const model = trainLinear({ table: fixtureOf('plain').train, features, target: 'score' });
    expect(model.document.fit).toEqual({
      solver: 'multivariate-linear-regression',
      rank: 6,
      collinear: [],
      constant: [],
    });
  });

  it('says which columns are collinear, and solves them by minimum norm', () => {
    const model = trainLinear({ table: fixtureOf('collinear').train, features, target: 'score' });
    expect(model.document.fit).toEqual({
      solver: 'minimum-norm',
      rank: 5,
      collinear: ['length', 'width'],
      constant: [],
    });
  });

  it('gives a constant column the coefficient 0', () => {
    const table = tableOf(
      { x: 'float', same: 'float', y: 'float' },
      { x: [1, 2, 3, 5], same: [0.1, 0.1, 0.1, 0.1], y: [3, 5, 7, 11] },
    );
    const { coefficients, fit, intercept } = trainLinear({ table, features: ['x', 'same'], target: 'y' }).document;
    expect(coefficients[0]!.coefficient).toBeCloseTo(2, 13);
    expect(coefficients[1]!.coefficient).toBe(0);
    expect(intercept).toBeCloseTo(1, 12);
    expect(fit.constant).toEqual(['same']);
  });

  it('fits a constant target with coefficients of 0', () => {
    const table = tableOf({ x: 'float', y: 'float' }, { x: [1, 2, 4], y: [0.1, 0.1, 0.1] });
    const model = trainLinear({ table, features: ['x'], target: 'y' });
    expect(model.document.coefficients[0]!.coefficient).toBe(0);
    expect([...model.predict(table)]).toEqual([0.1, 0.1, 0.1]);
  });

  it('fits a single row by its mean', () => {
    const table = tableOf({ x: 'float', y: 'float' }, { x: [4], y: [7] });
    const model = trainLinear({ table, features: ['x'], target: 'y' });
    expect([...model.predict(table)]).toEqual([7]);
    expect(model.document.fit).toMatchObject({ rank: 0, constant: ['x'] });
  });

  it('passes through every row when there are fewer rows than columns', () => {
    const table = tableOf(
      { a: 'float', b: 'float', c: 'float', y: 'float' },
      { a: [1, 2, 4], b: [3, 1, 1], c: [2, 9, 4], y: [1, 5, 2] },
    );
    const model = trainLinear({ table, features: ['a', 'b', 'c'], target: 'y' });
    expect(model.document.fit).toMatchObject({ solver: 'minimum-norm', rank: 2 });
    for (const [row, predicted] of model.predict(table).entries()) expect(predicted).toBeCloseTo([1, 5, 2][row]!, 12);
  });

  it('refuses columns whose squares run over', () => {
    const table = tableOf({ x: 'float', y: 'float' }, { x: [1e200, -1e200, 3e200], y: [1, 2, 3] });
    expect(() => trainLinear({ table, features: ['x'], target: 'y' })).toThrow(
      expect.objectContaining({ code: 'model.not-finite' }),
    );
  });
});
