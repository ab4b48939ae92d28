import { describe, expect, it } from 'vitest';
import { newParameters } from '../../../src/tracking/rules/parameter-conflict.ts';

describe('newParameters', () => {
  it('leaves out what is stored with the same value', () => {
    const stored = new Map([['depth', '3']]);
    expect(newParameters(stored, { depth: '3', rate: '0.1' })).toEqual([['rate', '0.1']]);
  });

  it('refuses another value and says both', () => {
    const stored = new Map([['depth', '3']]);
    expect(() => newParameters(stored, { rate: '0.1', depth: '4' })).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({ code: 'tracking.parameter-conflict', seen: '"4"', allowed: '"3"' }),
      }),
    );
  });
});
