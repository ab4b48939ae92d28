import { describe, expect, it } from 'vitest';
import { predictionsBody } from '../../src/serving/predictions-body.ts';

describe('predictionsBody', () => {
  it('is one JSON list, a number a row', () => {
    expect(JSON.stringify(predictionsBody(Float64Array.of(4.1, 5)))).toBe('{"predictions":[4.1,5]}');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => predictionsBody(Float64Array.of(Number.POSITIVE_INFINITY))).toThrow(
      expect.objectContaining({ code: 'model.prediction-not-finite' }),
    );
  });
});
