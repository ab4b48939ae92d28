import type { ErrorDocument } from '../../../errors/sluice-error.ts';
import type { StepRecord } from '../../../tracking/step-record.ts';
import type { EndedExecution } from './ending.ts';
import { parseObject } from './parse-object.ts';

type Facts = Omit<ErrorDocument, 'seen'>;

const OUT_OF_MEMORY: Facts = {
  code: 'step.out-of-memory',
  message: 'a step needed more memory than its function has',
  mend: "raise the step's memoryMb (10,240 at most), or stream its tables; finished steps are reused",
};

const TIMED_OUT: Facts = {
  code: 'step.timed-out',
  message: 'a step ran longer than its timeout',
  mend: "raise the step's timeoutMs, or give it less to do",
};

const EXITED: Facts = {
  code: 'step.exited',
  message: 'the process of a step ended before its code did',
  mend: '`sluice logs RUN` shows what it printed; raise its memoryMb if memory was short, and call no process.exit in it',
};

/** What Lambda and Step Functions say of a function that they cut off, the first that fits; the last of MiniStack. */
const SAID: readonly (readonly [pattern: RegExp, facts: Facts])[] = [
  [/^(Sandbox\.Timedout|States\.Timeout)|Task timed out after/, TIMED_OUT],
  // Lambda kills a process that takes too much; Node itself gives up at the end of its heap.
  [/^Runtime\.OutOfMemory|signal: (killed|aborted)/, OUT_OF_MEMORY],
  [/^Runtime\.ExitError|Worker process died/, EXITED],
];

/** What ended a step's function from outside, with the steps that were under way; undefined of any other failure. */
export function cutOff(
  { error, cause }: Pick<EndedExecution, 'error' | 'cause'>,
  steps: readonly StepRecord[],
): ErrorDocument | undefined {
  const message = parseObject(cause ?? '')?.['errorMessage'] ?? cause;
  const said = [error, message].filter(Boolean).join(': ');
  const facts = SAID.find(([pattern]) => pattern.test(said))?.[1];
  if (!facts) return undefined;
  const underWay = stepsUnderWay(steps).map(({ key }) => key);
  return { ...facts, seen: [underWay.join(', '), said].filter(Boolean).join(': ') };
}

/** Steps whose end nobody has recorded. */
export function stepsUnderWay(steps: readonly StepRecord[]): readonly StepRecord[] {
  return steps.filter(({ status }) => status === 'running');
}
