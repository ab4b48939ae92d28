import { describe, expect, it } from 'vitest';
import { newExperimentId } from '../../../src/tracking/keys/experiment-id.ts';

describe('newExperimentId', () => {
  it('is 18 decimal digits without a leading zero', () => {
    for (let index = 0; index < 200; index++) expect(newExperimentId('any')).toMatch(/^[1-9]\d{17}$/);
  });

  it('is another one each time', () => {
    const ids = Array.from({ length: 100 }, () => newExperimentId('any'));
    expect(new Set(ids).size).toBe(100);
  });

  it('is 0 for the experiment that MLflow clients log to unasked', () => {
    expect(newExperimentId('Default')).toBe('0');
  });
});
