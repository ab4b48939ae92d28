import { describe, expect, it } from 'vitest';
import { decodeModel } from '../../src/models/codec/decode-model.ts';
import { predict } from '../../src/serving/predict.ts';
import { slopeModel } from './released-world.ts';

const model = decodeModel(slopeModel(2));
const ask = (text: string, contentType = 'application/json') => predict(model, Buffer.from(text), contentType);

describe('predict', () => {
  it.each([
    ['{"dataframe_split":{"columns":["a"],"data":[[1],[2]]}}', 'application/json'],
    ['{"dataframe_records":[{"a":1},{"a":2}]}', 'application/json'],
    ['{"instances":[[1],[2]]}', 'application/json'],
    ['{"inputs":{"a":[1,2]}}', 'application/json; charset=utf-8'],
    ['a\n1\n2\n', 'text/csv'],
  ])('answers a prediction a row to %s', (text, contentType) => {
    expect(ask(text, contentType)).toEqual({ predictions: [expect.closeTo(2), expect.closeTo(4)] });
  });

  it('warns of a column passed over beside one that is missing', () => {
    const [a] = model.signature.inputs;
    const signature = { ...model.signature, inputs: [{ ...a!, nullable: true }] };
    const imputing = { ...model, signature, predict: () => Float64Array.of(4) };
    const answer = predict(imputing, Buffer.from('{"inputs":[{"aa":1}]}'), 'application/json');
    expect(answer).toEqual({
      predictions: [4],
      warnings: ['the model has no column "aa", which was passed over; did you mean a, which is missing?'],
    });
  });

  it('answers no predictions to no rows', () => {
    expect(ask('{"inputs":[]}')).toEqual({ predictions: [] });
  });

  it('answers nothing when one row is wrong', () => {
    expect(() => ask('{"inputs":[{"a":1},{"a":null}]}')).toThrow(
      expect.objectContaining({ code: 'predict.invalid-input' }),
    );
  });
});
