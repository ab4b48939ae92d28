import type { RunObserver } from '../../runs/run-observer.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { formatDuration } from '../report/format-duration.ts';

/** Where progress is drawn. */
interface ProgressScreen {
  readonly write: (text: string) => void;
  /** Whether a line may be drawn over; the running steps are shown only then. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
}

type EndedStatus = Exclude<StepRecord['status'], 'running'>;

const MARKS: Readonly<Record<EndedStatus, string>> = { completed: '✓', cached: '=', failed: '✗' };
const COLORS: Readonly<Record<EndedStatus, number>> = { completed: 32, cached: 36, failed: 31 };
const CLEAR_LINE = '\r\u001B[2K';

/** Draws a run as it goes on: one line an ended attempt, and on a terminal what is running now. */
export function progressObserver({ write, isTerminal, hasColor }: ProgressScreen): RunObserver {
  const running = new Set<string>();
  let width = 0;
  const draw = (line: string) => {
    const now = isTerminal && running.size > 0 ? `… ${[...running].join(', ')}`.slice(0, 79) : '';
    write(`${isTerminal ? CLEAR_LINE : ''}${line}${now}`);
  };
  return {
    runStarted(run) {
      width = Math.max(0, ...run.plan.map(({ node }) => node.length));
      const waits = run.status === 'queued' ? ', waiting its turn' : '';
      draw(`run ${run.id} of ${run.pipeline} on ${run.stack}${waits}\n`);
    },
    stepStarted({ key }) {
      running.add(key);
      if (isTerminal) draw('');
    },
    stepEnded(step) {
      running.delete(step.key);
      draw(`${stepLine(step, width, hasColor)}\n`);
    },
    runEnded(run) {
      running.clear();
      draw(`${endLine(run)}\n`);
    },
  };
}

function stepLine(step: StepRecord, width: number, hasColor: boolean): string {
  const { key, status, attempt, startedAtMs, endedAtMs = startedAtMs, error } = step;
  const word = status === 'running' ? 'failed' : status; // an attempt that ended without saying so
  const mark = hasColor ? `\u001B[${COLORS[word]}m${MARKS[word]}\u001B[0m` : MARKS[word];
  const time = formatDuration(endedAtMs - startedAtMs);
  const line = `${mark} ${key.padEnd(width)}  ${word.padEnd(9)}  ${time.padStart(8)}`;
  const retry = attempt > 0 ? `  attempt ${attempt + 1}` : '';
  return line + retry + (error ? `  ${error.message}` : '');
}

function endLine({ status, startedAtMs, endedAtMs = startedAtMs }: RunRecord): string {
  return `${status} in ${formatDuration(endedAtMs - startedAtMs)}`;
}
