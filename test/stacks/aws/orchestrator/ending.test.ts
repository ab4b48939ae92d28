import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../../src/errors/sluice-error.ts';
import { STOPPED } from '../../../../src/runs/stop.ts';
import { type EndedExecution, endingOf } from '../../../../src/stacks/aws/orchestrator/ending.ts';
import { stepSample } from '../../../conformance/record-store/samples.ts';
import { stateError } from '../../../../src/stacks/aws/orchestrator/state-error.ts';

const failed: EndedExecution = { name: 'a', status: 'FAILED', stopDate: 5 };

describe('endingOf', () => {
  it('names each end in the words of runs', () => {
    const statuses = (['SUCCEEDED', 'TIMED_OUT', 'ABORTED'] as const).map((status) =>
      endingOf({ ...failed, status }, []),
    );
    expect(statuses).toEqual([
      { status: 'completed', endedAtMs: 5 },
      { status: 'timed-out', endedAtMs: 5 },
      { status: 'stopped', endedAtMs: 5, error: STOPPED },
    ]);
  });

  it('gives back the error that a step threw', () => {
    const facts = { code: 'data.file-missing', message: 'no file', seen: 'a "quoted" name', mend: 'look' } as const;
    const thrown = stateError(new SluiceError(facts));
    const cause = JSON.stringify({ errorType: thrown.name, errorMessage: thrown.message, trace: [] });
    expect(endingOf({ ...failed, error: thrown.name, cause }, []).error).toEqual(facts);
  });

  it('says run.execution-failed of what no step threw, with all that is known', () => {
    const ending = endingOf({ ...failed, error: 'States.Runtime', cause: 'An error occurred' }, []);
    expect(ending.error).toMatchObject({
      code: 'run.execution-failed',
      seen: 'States.Runtime: An error occurred',
    });
  });

  it('bears with a failure of which nothing is said', () => {
    expect(endingOf({ ...failed, error: null, cause: null }, []).error?.code).toBe('run.execution-failed');
  });

  it('tells of a map the error of the item that failed first', () => {
    const step = (key: string, endedAtMs: number) =>
      stepSample({ key, status: 'failed', endedAtMs, error: { code: 'test.item', message: key, mend: 'none' } });
    const steps = [step('a@map#1', 9), step('a@map#0', 4), stepSample({ status: 'completed', endedAtMs: 1 })];
    const ending = endingOf({ ...failed, error: 'States.ExceedToleratedFailureThreshold' }, steps);
    expect(ending.error?.message).toBe('a@map#0');
  });
});
