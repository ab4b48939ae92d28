import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { randomIntegers } from '../../src/models/bootstrap/random.ts';
import { evaluate } from '../../src/models/evaluate.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { measure, metricIntervals } from '../../src/models/measure.ts';

/** Numbers of a normal distribution, by the sum of twelve even ones. */
function normals(count: number, seed: number): Float64Array {
  const next = randomIntegers(seed);
  const even = () => next() / 2 ** 32 - 0.5;
  return Float64Array.from({ length: count }, () =>
    Array.from({ length: 12 }, even).reduce((sum, value) => sum + value),
  );
}

describe('metricIntervals', () => {
  it('holds the true error about as often as it says', () => {
    const held = Array.from({ length: 200 }, (_, trial) => {
      const actual = normals(300, trial);
      const { mse } = metricIntervals(actual, new Float64Array(300), { seed: trial });
      return mse.low <= 1 && 1 <= mse.high;
    });
    const share = held.filter(Boolean).length / held.length;
    expect(share).toBeGreaterThan(0.89);
    expect(share).toBeLessThanOrEqual(0.99);
  });

  it('has the root of the error’s bounds for its root, and the same bounds again', () => {
    const value = fc.integer({ min: -100, max: 100 });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value), { minLength: 2, maxLength: 40 }), fc.nat(), (rows, seed) => {
        const [actual, predicted] = [0, 1].map((side) => Float64Array.from(rows, (row) => row[side]!));
        const intervals = metricIntervals(actual!, predicted!, { seed });
        assert.deepEqual(intervals, metricIntervals(actual!, predicted!, { seed }));
        for (const { low, high } of Object.values(intervals)) assert(low <= high);
        assert(intervals.mae.high <= intervals.rmse.high + 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('is a point for predictions that are all right', () => {
    const actual = Float64Array.of(1, 2, 3, 5);
    expect(metricIntervals(actual, actual, { seed: 1 })).toEqual({
      mse: { low: 0, high: 0 },
      rmse: { low: 0, high: 0 },
      r2: { low: 1, high: 1 },
      mae: { low: 0, high: 0 },
    });
  });
});

describe('measure', () => {
  it('has the metrics, each between its bounds', () => {
    const x = normals(500, 1);
    const noise = normals(500, 2);
    const table = tableOf({ x: 'float', y: 'float' }, { x, y: x.map((value, row) => 2 * value + noise[row]!) });
    const model = trainLinear({ table, features: ['x'], target: 'y' });
    const measured = measure(model, table, 'y', { seed: 4 });
    expect(measured).toMatchObject({ ...evaluate(model, table, 'y') });
    for (const name of ['mse', 'rmse', 'r2', 'mae'] as const) {
      expect(measured[`${name}.lower`]).toBeLessThan(measured[name]);
      expect(measured[`${name}.upper`]).toBeGreaterThan(measured[name]);
    }
  });
});
