import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { features, fixtureOf } from './regression-fixture.ts';

const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const variants = ['plain', 'collinear', 'offset'] as const;

describe.each(variants)('trainRidge without a penalty on the %s table', (name) => {
  const { train, test, answers } = fixtureOf(name);
  const metrics = evaluate(trainRidge({ table: train, features, target: 'score', l2: 0 }), test, 'score');

  it.each(['linear', 'ridge0'] as const)('has the test metrics of scikit-learn (%s)', (model) => {
    expect(relative(metrics.mse, answers[model].mse)).toBeLessThan(1e-10);
    expect(relative(metrics.r2, answers[model].r2)).toBeLessThan(1e-9);
    expect(relative(metrics.mae, answers[model].mae)).toBeLessThan(1e-10);
  });
});

describe.each(variants)('trainRidge with l2 = 10 on the %s table', (name) => {
  const { train, test, answers } = fixtureOf(name);
  const model = trainRidge({ table: train, features, target: 'score', l2: 10 });

  it('has the test metrics of Ridge(alpha=10)', () => {
    const metrics = evaluate(model, test, 'score');
    expect(relative(metrics.mse, answers.ridge10.mse)).toBeLessThan(1e-10);
    expect(relative(metrics.mae, answers.ridge10.mae)).toBeLessThan(1e-10);
  });

  it('has its coefficients and intercept', () => {
    for (const [j, { coefficient }] of model.document.coefficients.entries()) {
      expect(relative(coefficient, answers.ridge10.coefficients[j]!)).toBeLessThan(1e-9);
    }
    expect(relative(model.document.intercept, answers.ridge10.intercept)).toBeLessThan(1e-9);
  });
});

describe('trainRidge', () => {
  const columns = { x: 'float', z: 'float', y: 'float' } as const;

  it('keeps nine digits when a column lies at 10⁹', () => {
    const x = Array.from({ length: 200 }, (_, row) => ((row * 37) % 101) / 8);
    const z = Array.from({ length: 200 }, (_, row) => ((row * 53) % 89) / 16);
    const y = x.map((value, row) => 3 * value - 2 * z[row]! + ((row * 29) % 31) / 32);
    const near = trainRidge({ table: tableOf(columns, { x, z, y }), features: ['x', 'z'], target: 'y', l2: 1 });
    const away = tableOf(columns, { x: x.map((value) => value + 1e9), z: z.map((value) => value - 1e9), y });
    const far = trainRidge({ table: away, features: ['x', 'z'], target: 'y', l2: 1 });

    for (const [row, predicted] of far.predict(away).entries()) {
      const expected = near.predict(tableOf(columns, { x, z, y }))[row]!;
      expect(Math.abs(predicted - expected)).toBeLessThan(1e-12 * Math.max(1, Math.abs(expected)));
    }
    expect(
      relative(far.document.coefficients[0]!.coefficient, near.document.coefficients[0]!.coefficient),
    ).toBeLessThan(1e-12);
  });

  it('says that Cholesky solved it, and takes orthogonal steps for columns that are nearly collinear', () => {
    const x = Array.from({ length: 50 }, (_, row) => (row * 17) % 23);
    const y = x.map((value) => 2 * value + 1);
    const z = x.map((value, row) => value + 1e-7 * ((row * 7) % 11));
    const table = tableOf(columns, { x, z, y });
    const plain = trainRidge({ table, features: ['x'], target: 'y', l2: 0 });
    const near = trainRidge({ table, features: ['x', 'z'], target: 'y', l2: 0 });

    expect(plain.document.fit).toEqual({ solver: 'cholesky', rank: 1, collinear: [], constant: [] });
    expect(near.document.fit).toEqual({ solver: 'minimum-norm', rank: 2, collinear: [], constant: [] });
    expect(evaluate(near, table, 'y').mse).toBeLessThan(1e-20);
  });

  it('shrinks nearly collinear columns alike under a small penalty', () => {
    const x = Array.from({ length: 50 }, (_, row) => (row * 17) % 23);
    const y = x.map((value) => 2 * value + 1);
    const table = tableOf(columns, { x, z: x, y });
    const { fit, coefficients } = trainRidge({ table, features: ['x', 'z'], target: 'y', l2: 1e-6 }).document;
    expect(fit).toMatchObject({ solver: 'minimum-norm', rank: 2 });
    for (const { coefficient } of coefficients) expect(coefficient).toBeCloseTo(1, 8);
  });

  it('shrinks towards the mean as the penalty grows', () => {
    const table = tableOf(columns, { x: [1, 2, 3], z: [0, 1, 0], y: [1, 2, 6] });
    const predicted = trainRidge({ table, features: ['x'], target: 'y', l2: 1e12 }).predict(table);
    for (const value of predicted) expect(value).toBeCloseTo(3, 9);
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a penalty of %s', (l2) => {
    const table = tableOf(columns, { x: [1], z: [1], y: [1] });
    expect(() => trainRidge({ table, features: ['x'], target: 'y', l2 })).toThrow(
      expect.objectContaining({ code: 'model.bad-l2' }),
    );
  });
});
