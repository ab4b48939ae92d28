import { describe, expect, it } from 'vitest';
import { cutOff } from '../../../../src/stacks/aws/orchestrator/cut-off.ts';
import { stepSample } from '../../../conformance/record-store/samples.ts';

const cause = (errorType: string, errorMessage: string) => JSON.stringify({ errorType, errorMessage });
const exited = (how: string) => cause('Runtime.ExitError', `RequestId: 1 Error: Runtime exited with error: ${how}`);

describe('cutOff', () => {
  it.each([
    ['step.out-of-memory', 'Runtime.ExitError', exited('signal: killed')],
    ['step.out-of-memory', 'Runtime.ExitError', exited('signal: aborted')],
    ['step.out-of-memory', 'Runtime.OutOfMemory', cause('Runtime.OutOfMemory', 'RequestId: 1 Error: Runtime exited')],
    ['step.exited', 'Runtime.ExitError', exited('exit status 3')],
    ['step.exited', 'Runtime.HandlerError', cause('Runtime.HandlerError', 'Worker process died')],
    ['step.timed-out', 'Sandbox.Timedout', cause('Sandbox.Timedout', 'Task timed out after 6.00 seconds')],
    ['step.timed-out', 'Lambda.Unknown', '2026-11-23T15:00:00.000Z 1 Task timed out after 6.00 seconds'],
    ['step.timed-out', 'States.Timeout', null],
  ])('tells %s of %s: %s', (code, error, said) => {
    expect(cutOff({ error, cause: said }, [])?.code).toBe(code);
  });

  it('names the steps that were under way, and what was said', () => {
    const steps = [
      stepSample({ key: 'clean', status: 'completed' }),
      stepSample({ key: 'train' }),
      stepSample({ key: 'report' }),
    ];

    const told = cutOff({ error: 'Runtime.ExitError', cause: exited('signal: killed') }, steps);

    expect(told?.seen).toBe(
      'train, report: Runtime.ExitError: RequestId: 1 Error: Runtime exited with error: signal: killed',
    );
  });

  it.each([
    ['States.Runtime', 'An error occurred while executing the state'],
    ['Sluice.Permanent', cause('Sluice.Permanent', '{"code":"data.no-rows"}')],
    [null, null],
  ])('says nothing of %s', (error, said) => {
    expect(cutOff({ error, cause: said }, [])).toBeUndefined();
  });
});
