import { describe, expect, it } from 'vitest';
import { exitCodeOfError, exitCodeOfRun } from '../../src/cli/exit-code.ts';

describe('exitCodeOfError', () => {
  it.each([
    'cli.usage',
    'cli.bad-number',
    'parameter.unknown',
    'run.unknown',
    'run.ambiguous',
    'stack.unknown',
    'step.not-run',
    'new.bad-name',
    'release.nothing-before',
    'sample.fixed-rows',
  ] as const)('is 2 for %s, which other words mend', (code) => {
    expect(exitCodeOfError(code)).toBe(2);
  });

  it.each([
    'cli.unexpected',
    'data.file-missing',
    'records.corrupt',
    'aws.unavailable',
    'pipeline.bad-name',
    'predict.bad-body',
  ] as const)('is 1 for %s, which they do not', (code) => {
    expect(exitCodeOfError(code)).toBe(1);
  });
});

describe('exitCodeOfRun', () => {
  it.each([
    ['completed', 0],
    ['failed', 1],
    ['stopped', 1],
    ['timed-out', 1],
    ['interrupted', 1],
  ] as const)('of a %s run is %d', (status, code) => {
    expect(exitCodeOfRun(status)).toBe(code);
  });
});
