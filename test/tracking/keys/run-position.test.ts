import { describe, expect, it } from 'vitest';
import type { RunRecord } from '../../../src/tracking/run-record.ts';
import { encodeRunPosition } from '../../../src/tracking/keys/run-position.ts';

const run = (id: string, startedAtMs: number): RunRecord => ({
  v: 1,
  id,
  experimentId: '1',
  pipeline: 'p',
  stack: 'local',
  status: 'running',
  trigger: { kind: 'command' },
  useCache: true,
  parameters: {},
  plan: [],
  startedAtMs,
});

describe('encodeRunPosition', () => {
  it('orders runs newest first and ties by id', () => {
    const newestFirst = [run('b', 9), run('a', 5), run('c', 5)].map(encodeRunPosition);
    expect(newestFirst.toReversed().toSorted()).toEqual(newestFirst);
  });
});
