import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { evaluate, regressionMetrics } from '../../src/models/evaluate.ts';
import { trainRidge } from '../../src/models/linear/train-ridge.ts';

const value = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((thousandths) => thousandths / 1000);
const rows = fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 60 });
const codeIs = (code: string) => expect.objectContaining({ code });

function columns(pairs: readonly (readonly [number, number])[]): [Float64Array, Float64Array] {
  return [Float64Array.from(pairs, ([actual]) => actual), Float64Array.from(pairs, ([, predicted]) => predicted)];
}

function close(left: number, right: number, relative = 1e-9): boolean {
  return Math.abs(left - right) <= relative * Math.max(1e-6, Math.abs(left), Math.abs(right));
}

describe('regressionMetrics', () => {
  it('gives the textbook figures', () => {
    const metrics = regressionMetrics(Float64Array.of(3, -0.5, 2, 7), Float64Array.of(2.5, 0, 2, 8));
    expect(metrics.mse).toBe(0.375);
    expect(metrics.rmse).toBe(Math.sqrt(0.375));
    expect(metrics.mae).toBe(0.5);
    expect(metrics.r2).toBeCloseTo(0.948_608_137_044_967, 14);
  });

  it('is perfect for exact predictions', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const [actual] = columns(pairs);
        assert.deepEqual(regressionMetrics(actual, actual), { mse: 0, rmse: 0, r2: 1, mae: 0 });
      }),
    );
  });

  it('has rmse² = mse, and mae never above rmse', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const { mse, rmse, mae } = regressionMetrics(...columns(pairs));
        assert(close(rmse ** 2, mse) && mae <= rmse * (1 + 1e-12));
      }),
    );
  });

  it('does not change when targets and predictions shift together', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: -1e9, max: 1e9 }), (pairs, shift) => {
        const eighths = pairs.map(([a, p]) => [Math.round(a * 8) / 8, Math.round(p * 8) / 8] as const);
        const plain = regressionMetrics(...columns(eighths));
        const shifted = regressionMetrics(...columns(eighths.map(([a, p]) => [a + shift, p + shift])));
        assert(close(plain.mse, shifted.mse) && close(plain.r2, shifted.r2) && close(plain.mae, shifted.mae));
      }),
    );
  });

  it('keeps twelve digits over a million rows', () => {
    const actual = new Float64Array(1_000_000);
    const predicted = new Float64Array(1_000_000).fill(0.1);
    expect(Math.abs(regressionMetrics(actual, predicted).mse / (0.1 * 0.1) - 1)).toBeLessThan(1e-15);
  });

  it('has r2 0 for a constant target that is missed, 1 for one that is met', () => {
    const constant = Float64Array.of(0.1, 0.1, 0.1);
    expect(regressionMetrics(constant, Float64Array.of(0.1, 0.1, 0.2)).r2).toBe(0);
    expect(regressionMetrics(constant, constant).r2).toBe(1);
  });

  it('refuses no rows, and counts that differ', () => {
    expect(() => regressionMetrics(new Float64Array(), new Float64Array())).toThrow(
      codeIs('model.nothing-to-evaluate'),
    );
    expect(() => regressionMetrics(Float64Array.of(1), Float64Array.of(1, 2))).toThrow(
      codeIs('model.nothing-to-evaluate'),
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses a prediction of %s, naming its row', (bad) => {
    const metrics = () => regressionMetrics(Float64Array.of(1, 2), Float64Array.of(1, bad));
    expect(metrics).toThrow(codeIs('model.prediction-not-finite'));
    expect(metrics).toThrow('row 1');
  });

  it('refuses targets that are missing or infinite', () => {
    const predicted = Float64Array.of(1, 2);
    expect(() => regressionMetrics(Float64Array.of(1, Number.NaN), predicted)).toThrow(codeIs('model.target-missing'));
    expect(() => regressionMetrics(Float64Array.of(1, Number.NEGATIVE_INFINITY), predicted)).toThrow(
      codeIs('model.not-finite'),
    );
  });
});

describe('evaluate', () => {
  const table = tableOf(
    { x: 'float', y: 'float', note: 'text' },
    { x: [1, 2, 3], y: [2, 4, 6], note: ['a', 'b', 'c'] },
  );
  const model = trainRidge({ table, features: ['x'], target: 'y', l2: 0 });

  it('compares the predictions of a model with the target column', () => {
    expect(evaluate(model, table, 'y').mse).toBeLessThan(1e-28);
  });

  it('refuses a target column that is not there, with the nearest, or that is text', () => {
    expect(() => evaluate(model, table, 'note_')).toThrow(
      expect.objectContaining({
        code: 'model.column-missing',
        facts: expect.objectContaining({ mend: 'did you mean "note"?' }),
      }),
    );
    expect(() => evaluate(model, table, 'note')).toThrow(codeIs('model.column-not-numeric'));
  });

  it('names the target column that lacks a value', () => {
    const gaps = tableOf({ x: 'float', y: 'float' }, { x: [1, 2], y: [2, Number.NaN] });
    expect(() => evaluate(model, gaps, 'y')).toThrow('the target "y" is missing in 1 of 2 rows');
  });
});
