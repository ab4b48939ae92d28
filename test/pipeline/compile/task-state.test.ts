import { describe, expect, it } from 'vitest';
import { functionTimeoutMs } from '../../../src/pipeline/compile/task-state.ts';

describe('functionTimeoutMs', () => {
  it('leaves the longest step time to be loaded and recorded', () => {
    expect(functionTimeoutMs([{ timeoutMs: 500 }, { timeoutMs: 2_000 }])).toBe(7_000);
  });

  it('is never more than Lambda allows', () => {
    expect(functionTimeoutMs([{ timeoutMs: 899_000 }])).toBe(900_000);
  });
});
