import { describe, expect, it } from 'vitest';
import { ABANDONED } from '../../src/runs/abandoned.ts';
import { timedOut } from '../../src/runs/timed-out.ts';
import { stepSample } from '../conformance/record-store/samples.ts';

const done = stepSample({ key: 'ingest', status: 'completed' });
const failed = stepSample({ key: 'clean', status: 'failed', error: { ...ABANDONED, code: 'step.failed' } });

describe('timedOut', () => {
  it('says the limit and the step that was under way, be its end recorded or not', () => {
    const running = stepSample({ key: 'train' });
    const abandoned = stepSample({ key: 'score', status: 'failed', error: ABANDONED });

    expect(timedOut({ timeoutMs: 250 }, [done, failed, running, abandoned])).toMatchObject({
      code: 'run.timed-out',
      seen: 'over 250 ms, in train, score',
    });
  });

  it('says so of a run that was in none', () => {
    expect(timedOut({ timeoutMs: 250 }, [done]).seen).toBe('over 250 ms, between two steps');
  });

  it('names a few of many', () => {
    const steps = Array.from({ length: 8 }, (_, index) => stepSample({ key: `score@folds#${index}` }));

    expect(timedOut({ timeoutMs: 250 }, steps).seen).toMatch(/ score@folds#4, and 3 more$/);
  });

  it('bears with a run that was recorded without its limit', () => {
    expect(timedOut({}, []).seen).toBe('over its limit, between two steps');
  });
});
