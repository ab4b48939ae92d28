import { describe, expect, it } from 'vitest';
import { addCalls } from '../../../src/runs/calls/store-calls.ts';

describe('store calls', () => {
  it('are added up by call, and those that are never made left out', () => {
    expect(addCalls({ 'runs.get': 1 }, { 'runs.get': 2, 'cache.get': 0 }, { 'steps.get': 1 })).toEqual({
      'runs.get': 3,
      'steps.get': 1,
    });
  });
});
