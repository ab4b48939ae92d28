import type { ErrorDocument } from '../../../errors/sluice-error.ts';
import { STOPPED } from '../../../runs/stop.ts';
import type { RunEnding } from '../../../tracking/run-record.ts';
import type { StepRecord } from '../../../tracking/step-record.ts';
import { cutOff } from './cut-off.ts';
import { parseObject } from './parse-object.ts';

/** What EventBridge says of an execution that ended (Step Functions guide: “execution status change” events). */
export interface EndedExecution {
  /** The run's id. */
  readonly name: string;
  readonly status: 'SUCCEEDED' | 'FAILED' | 'TIMED_OUT' | 'ABORTED';
  /** ms since 1970. */
  readonly stopDate: number;
  readonly error?: string | null;
  readonly cause?: string | null;
}

const STATUSES = { SUCCEEDED: 'completed', FAILED: 'failed', TIMED_OUT: 'timed-out', ABORTED: 'stopped' } as const;

/** How a run ended, by what is said of its execution and by its steps. */
export function endingOf(execution: EndedExecution, steps: readonly StepRecord[]): RunEnding {
  const ending = { status: STATUSES[execution.status], endedAtMs: execution.stopDate };
  if (execution.status === 'ABORTED') return { ...ending, error: STOPPED };
  if (execution.status !== 'FAILED') return ending;
  const error = thrownError(execution) ?? cutOff(execution, steps) ?? firstFailure(steps) ?? outsideError(execution);
  return { ...ending, error };
}

/** The error that a function threw: the message inside the cause that Lambda gives. */
function thrownError({ cause }: EndedExecution): ErrorDocument | undefined {
  const document = parseObject(String(parseObject(cause ?? '')?.['errorMessage']));
  // What has a code was written by `stateError`.
  return typeof document?.['code'] === 'string' ? (document as unknown as ErrorDocument) : undefined;
}

/** Of a failed item a Distributed Map only says that there was one. */
function firstFailure(steps: readonly StepRecord[]): ErrorDocument | undefined {
  const failed = steps.filter(({ status }) => status === 'failed');
  return failed.toSorted((a, b) => a.endedAtMs! - b.endedAtMs!)[0]?.error;
}

function outsideError({ error, cause }: EndedExecution): ErrorDocument {
  return {
    code: 'run.execution-failed',
    message: 'the execution failed outside of the code of its steps',
    seen: [error, cause].filter(Boolean).join(': '),
    mend: 'see the execution in the console of Step Functions; then run again: finished steps are reused',
  };
}
