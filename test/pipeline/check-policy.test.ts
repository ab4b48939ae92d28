import { describe, expect, it } from 'vitest';
import { checkPolicies } from '../../src/pipeline/check-policy.ts';
import type { StepNode } from '../../src/pipeline/graph.ts';
import { DEFAULT_POLICY, type Policy } from '../../src/pipeline/policy.ts';
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';

const nodeOf = (name: string, changes: Partial<Policy>): StepNode => ({
  kind: 'step',
  id: name,
  step: name,
  inputs: {},
  parameters: {},
  outputs: {},
  policy: { ...DEFAULT_POLICY, ...changes },
  registry: 'none',
});
const check = (changes: Partial<Policy>) => () => checkPolicies([nodeOf('train', changes)]);

describe('checkPolicies', () => {
  it.each([
    {},
    { timeoutMs: 900_000, memoryMb: 10_240, retries: 100, backoffMs: 30_000 },
    { timeoutMs: 1, memoryMb: 128, retries: 0, backoffMs: 0 },
  ])('takes %j', (changes) => {
    expect(check(changes)).not.toThrow();
  });

  it.each([
    { timeoutMs: 900_001 },
    { timeoutMs: 0 },
    { memoryMb: 127 },
    { memoryMb: 10_241 },
    { memoryMb: 1_024.5 },
    { retries: -1 },
    { retries: Infinity },
    { backoffMs: 30_001 },
    { backoffMs: Number.NaN },
  ])('refuses %j', (changes) => {
    expect(check(changes)).toThrow(expect.objectContaining({ code: 'pipeline.bad-policy' }));
  });

  it('names every limit that is broken', () => {
    expect(check({ timeoutMs: 1e6, memoryMb: 1 })).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({
          seen: 'train: timeoutMs 1000000, memoryMb 1',
          allowed: 'timeoutMs 1 to 900000, memoryMb 128 to 10240',
        }),
      }),
    );
  });

  it('names every step that breaks one, at once', () => {
    const nodes = [nodeOf('a', { retries: -1 }), nodeOf('b', {}), nodeOf('c', { memoryMb: 64, retries: 101 })];
    expect(() => checkPolicies(nodes)).toThrow(
      expect.objectContaining({
        facts: expect.objectContaining({
          seen: 'a: retries -1; c: memoryMb 64, retries 101',
          allowed: 'memoryMb 128 to 10240, retries 0 to 100',
        }),
      }),
    );
  });

  it('is asked of every step that a pipeline calls', () => {
    const greedy = step({ name: 'greedy', inputs: {}, outputs: {}, policy: { memoryMb: 1e6 }, run: () => ({}) });

    expect(() => pipeline('p', { parameters: {} }, () => void greedy({}))).toThrow(
      expect.objectContaining({ code: 'pipeline.bad-policy' }),
    );
  });
});
