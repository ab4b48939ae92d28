import { describe, expect, it } from 'vitest';
import { isCommitted, supersedes } from '../../../src/tracking/rules/step-standing.ts';
import type { StepRecord } from '../../../src/tracking/step-record.ts';

const record = (attempt: number, status: StepRecord['status']): StepRecord => ({
  v: 1,
  run: 'r',
  key: 'train',
  node: 'train',
  step: 'train',
  status,
  attempt,
  startedAtMs: 0,
});

describe('supersedes', () => {
  it.each([
    [2, 'running', true],
    [1, 'running', false],
    [0, 'running', false],
    [1, 'failed', false],
    [2, 'failed', true],
    [0, 'completed', true],
    [0, 'cached', true],
  ] as const)('attempt %i that is %s stands before attempt 1: %s', (attempt, status, stands) => {
    expect(supersedes(record(attempt, status), record(1, 'running'))).toBe(stands);
  });
});

describe('isCommitted', () => {
  it.each([
    ['the same record', record(1, 'completed'), true],
    ['another ending', record(1, 'failed'), false],
    ['another attempt', record(2, 'completed'), false],
    ['nothing', undefined, false],
  ])('with %s standing', (_what, standing, committed) => {
    expect(isCommitted(standing, record(1, 'completed'))).toBe(committed);
  });
});
