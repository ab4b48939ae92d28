import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { championStanding, gainsOf } from '../../src/models/champion-standing.ts';
import { regressionMetrics } from '../../src/models/evaluate.ts';
import { trainLinear } from '../../src/models/linear/train-linear.ts';
import { trainMean } from '../../src/models/mean-baseline.ts';

const value = fc.integer({ min: -50, max: 50 });
const rows = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 60 });
const column = (all: readonly (readonly number[])[], at: number) => Float64Array.from(all, (row) => row[at]!);

describe('gainsOf', () => {
  it('is the difference of the metrics, positive for the better', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const [actual, before, after] = [0, 1, 2].map((at) => column(all, at)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const [old, now] = [regressionMetrics(actual, before), regressionMetrics(actual, after)];
        const gains = gainsOf(actual, before, after, { seed: 1, resamples: 50 });
        for (const name of ['mse', 'rmse', 'mae'] as const) assert(gains[name].value === old[name] - now[name]);
        assert(gains.r2.value === now.r2 - old.r2);
      }),
    );
  });

  it('turns about when the models are exchanged', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const [actual, before, after] = [0, 1, 2].map((at) => column(all, at)) as [
          Float64Array,
          Float64Array,
          Float64Array,
        ];
        const [there, back] = [
          gainsOf(actual, before, after, { seed: 1 }).mse,
          gainsOf(actual, after, before, { seed: 1 }).mse,
        ];
        assert(Math.abs(there.low + back.high) < 1e-9 && Math.abs(there.high + back.low) < 1e-9);
      }),
      { numRuns: 30 },
    );
  });

  it('sees through what is hard in both: a small gain in every row is more than noise', () => {
    const actual = Float64Array.from({ length: 200 }, (_, row) => ((row * 7919) % 201) - 100);
    const before = new Float64Array(200);
    const after = actual.map((target) => 0.01 * target);
    const { mse } = gainsOf(actual, before, after, { seed: 1 });
    expect(mse.low).toBeGreaterThan(0);
    expect(mse.value / regressionMetrics(actual, before).mse).toBeLessThan(0.02);
  });

  it('is a point at 0 for a model and itself', () => {
    const actual = Float64Array.of(1, 2, 3);
    const predicted = Float64Array.of(2, 2, 2);
    const { mse } = gainsOf(actual, predicted, predicted, { seed: 1 });
    expect(mse).toEqual({ value: 0, low: 0, high: 0, confidence: 0.95 });
  });
});

describe('championStanding', () => {
  const table = tableOf({ x: 'float', y: 'float' }, { x: [1, 2, 3, 4, 5], y: [1, 2, 4, 4, 5] });
  const held = { table, target: 'y' };
  const model = trainLinear({ table, features: ['x'], target: 'y' });

  it('is none without a champion', () => {
    expect(championStanding(undefined, model, held, { seed: 1 })).toEqual({ kind: 'none' });
  });

  it('says of the same model what drawing rows would', () => {
    const standing = championStanding({ version: 4, model }, model, held, { seed: 1 });
    const predicted = model.predict(table);
    const drawn = gainsOf(Float64Array.of(1, 2, 4, 4, 5), predicted, predicted, { seed: 1 });
    expect(standing).toMatchObject({ kind: 'compared', gains: drawn });
  });

  it('has the champion’s metrics on the same rows', () => {
    const champion = { version: 4, model: trainMean(table, 'y') };
    expect(championStanding(champion, model, held, { seed: 1 })).toMatchObject({
      kind: 'compared',
      version: 4,
      metrics: { r2: 0 },
      gains: { mse: { confidence: 0.95 } },
    });
  });

  it('is incomparable to a champion of columns that the rows lack', () => {
    const other = tableOf({ z: 'float', y: 'float' }, { z: [1, 2], y: [1, 2] });
    const champion = { version: 4, model: trainLinear({ table: other, features: ['z'], target: 'y' }) };
    expect(championStanding(champion, model, held, { seed: 1 })).toEqual({
      kind: 'incomparable',
      version: 4,
      reason: expect.stringContaining('"z"'),
    });
  });

  it('is lost beside a champion whose model cannot be read any more', () => {
    expect(championStanding({ version: 4, lost: 'gone' }, model, held, { seed: 1 })).toEqual({
      kind: 'lost',
      version: 4,
      reason: 'gone',
    });
  });

  it('passes on any other fault of the champion', () => {
    const broken = {
      ...trainMean(table, 'y'),
      predict: () => {
        throw new RangeError('broken');
      },
    };
    expect(() => championStanding({ version: 4, model: broken }, model, held, { seed: 1 })).toThrow(RangeError);
  });
});
