import { describe, expect, it } from 'vitest';
import { file } from '../../../src/pipeline/parameters.ts';
import { runCalls } from '../../../src/runs/calls/run-calls.ts';

describe('runCalls', () => {
  it('reads every file of a run once for its hash', () => {
    expect(runCalls({ parameters: { a: file(), b: file() }, concurrency: 'parallel' })).toMatchObject({
      'file.read': 2,
    });
  });

  it('asks the queue for those that do not run side by side alone', () => {
    expect(runCalls({ parameters: {}, concurrency: 'parallel' })).not.toHaveProperty(['queues.get']);
    expect(runCalls({ parameters: {}, concurrency: 'queue' })).toMatchObject({ 'queues.get': 1, 'runs.admit': 1 });
  });
});
