import type { ErrorDocument } from '../../../errors/sluice-error.ts';
import type { RunEnding } from '../../../tracking/run-record.ts';

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

/** How a run ended, by what is said of its execution. */
export function endingOf(execution: EndedExecution): RunEnding {
  const ending = { status: STATUSES[execution.status], endedAtMs: execution.stopDate };
  return execution.status === 'FAILED' ? { ...ending, error: errorOf(execution) } : ending;
}

/** The step's own error where a step threw one; it is the message inside the cause that Lambda gives. */
function errorOf({ error, cause }: EndedExecution): ErrorDocument {
  const document = parseObject(String(parseObject(cause ?? '')?.['errorMessage']));
  // What has a code was written by `stateError`.
  if (typeof document?.['code'] === 'string') return document as unknown as ErrorDocument;
  return {
    code: 'run.execution-failed',
    message: 'the execution failed outside of the code of its steps',
    seen: [error, cause].filter(Boolean).join(': '),
    mend: 'see the execution in the console of Step Functions; then run again: finished steps are reused',
  };
}

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // Step Functions' own causes are prose
  }
}
