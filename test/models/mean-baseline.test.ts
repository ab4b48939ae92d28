import { describe, expect, it } from 'vitest';
import { tableOf } from '../../src/data/table-of.ts';
import { decodeModel } from '../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../src/models/codec/encode-model.ts';
import { meanBaseline, trainMean } from '../../src/models/mean-baseline.ts';

const scores = (y: readonly number[]) => tableOf({ y: 'float' }, { y });

describe('trainMean', () => {
  const model = trainMean(scores([1, 2, 6]), 'y');

  it('predicts the mean for any rows, whatever their columns', () => {
    expect([...model.predict(tableOf({ x: 'text' }, { x: ['a', 'b'] }))]).toEqual([3, 3]);
    expect(model.signature).toEqual({ inputs: [], output: { name: 'y', kind: 'float' } });
  });

  it('survives its file', () => {
    const read = decodeModel(encodeModel(model));
    expect(read.document).toEqual(model.document);
    expect([...read.predict(scores([9]))]).toEqual([3]);
  });
});

describe('meanBaseline', () => {
  it('predicts the training mean for every test row', () => {
    expect(meanBaseline(scores([1, 3]), scores([2, 4]), 'y')).toEqual({ mse: 2, rmse: Math.sqrt(2), r2: -1, mae: 1 });
  });

  it('has r2 0 on the rows it was fitted on', () => {
    expect(meanBaseline(scores([1, 2, 6]), scores([1, 2, 6]), 'y').r2).toBe(0);
  });

  it('refuses an empty training table', () => {
    expect(() => meanBaseline(scores([]), scores([1]), 'y')).toThrow(
      expect.objectContaining({ code: 'model.no-training-rows' }),
    );
  });

  it('refuses missing targets in training', () => {
    expect(() => meanBaseline(scores([Number.NaN]), scores([1]), 'y')).toThrow(
      expect.objectContaining({ code: 'model.target-missing' }),
    );
  });
});
