import { describe, expect, it } from 'vitest';
import { streamOf } from '../../../src/data/stream-of.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { trainRidgeStream } from '../../../src/models/linear/train-ridge-stream.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { features, fixtureOf } from './regression-fixture.ts';

const columns = { kind: 'text', x: 'float', z: 'float', y: 'float' } as const;

/** Rows whose values drift from first to last, as of a file in the order of time; the columns moved by an offset. */
function driftingRows(rowCount: number, offset = 0) {
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const x = rows.map((row) => offset + row / 64 + ((row * 37) % 101) / 8);
  const z = rows.map((row) => -offset + ((row * 53) % 89) / 16);
  const y = rows.map((row) => 3 * (x[row]! - offset) - 2 * (z[row]! + offset) + ((row * 29) % 31) / 32);
  return tableOf(columns, { kind: rows.map((row) => 'abcd'[(row * 7) % 4]!), x, z, y });
}

describe.each([1, 7, 64, 1000])('trainRidgeStream on tables of %i rows', (batchRows) => {
  it('finds what trainRidge finds on one table', async () => {
    const table = driftingRows(300);
    const training = { features: ['x', 'z', 'kind'], target: 'y', transforms: [fitOneHot(table, ['kind'])] } as const;
    const penalty = { search: { l2s: [0.1, 1, 10], folds: 3, seed: 9 } };
    const streamed = await trainRidgeStream({ rows: streamOf(table, batchRows), ...training, ...penalty });
    const whole = trainRidge({ table, ...training, ...penalty });

    expect(streamed.signature).toEqual(whole.signature);
    expect(streamed.inputExample).toEqual(whole.inputExample);
    expect(streamed.document.trainer.name).toBe('ridge');
    for (const [row, value] of streamed.predict(table).entries()) {
      expect(Math.abs(value - whole.predict(table)[row]!)).toBeLessThan(1e-11);
    }
  });

  it('goes over collinear columns a second time, as scikit-learn has them', async () => {
    const { train, test, answers } = fixtureOf('collinear');
    const model = await trainRidgeStream({ rows: streamOf(train, batchRows), features, target: 'score', l2: 0 });
    expect(model.document.fit).toMatchObject({ solver: 'minimum-norm', collinear: ['length', 'width'] });
    expect(Math.abs(evaluate(model, test, 'score').mse / answers.linear.mse - 1)).toBeLessThan(1e-9);
  });
});

describe('trainRidgeStream', () => {
  it('keeps its digits when columns lie at 10⁹, whatever their order', async () => {
    const training = { features: ['x', 'z'], target: 'y', l2: 0 } as const;
    const [near, far] = [driftingRows(20_000), driftingRows(20_000, 2 ** 30)];
    const nearModel = await trainRidgeStream({ rows: streamOf(near, 3000), ...training });
    const farModel = await trainRidgeStream({ rows: streamOf(far, 3000), ...training });

    const expected = nearModel.predict(near);
    for (const [row, value] of farModel.predict(far).entries())
      expect(Math.abs(value - expected[row]!)).toBeLessThan(1e-9);
    for (const [j, { coefficient }] of farModel.document.coefficients.entries()) {
      expect(Math.abs(coefficient / nearModel.document.coefficients[j]!.coefficient - 1)).toBeLessThan(1e-9);
    }
    expect(Math.abs(evaluate(farModel, far, 'y').mse / evaluate(nearModel, near, 'y').mse - 1)).toBeLessThan(1e-9);
  });

  it.each([{ l2: 1 }, { search: { l2s: [1], seed: 1 } }])(
    'names the row of a value missing later on: %j',
    async (penalty) => {
      const table = tableOf(columns, { kind: ['a', 'b'], x: [1, Number.NaN], z: [1, 2], y: [1, 2] });
      await expect(
        trainRidgeStream({ rows: streamOf(table, 1), features: ['x'], target: 'y', ...penalty }),
      ).rejects.toThrow(
        expect.objectContaining({
          code: 'model.feature-missing',
          facts: expect.objectContaining({ seen: expect.stringContaining('row 1,') }),
        }),
      );
    },
  );

  it('refuses a stream without rows', async () => {
    const rows = streamOf(driftingRows(0));
    await expect(trainRidgeStream({ rows, features: ['x'], target: 'y', l2: 1 })).rejects.toThrow(
      expect.objectContaining({ code: 'model.no-training-rows' }),
    );
  });

  it('refuses a penalty below 0 before it reads a row', async () => {
    const rows = { columns, batches: () => assertUnread() };
    await expect(trainRidgeStream({ rows, features: ['x'], target: 'y', l2: -1 })).rejects.toThrow(
      expect.objectContaining({ code: 'model.bad-l2' }),
    );
  });
});

function assertUnread(): never {
  throw new Error('read');
}
