import type { RunObserver } from '../../runs/run-observer.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { runningLine, type RunningStep } from './running-line.ts';
import { itemsLine, type MapItems, stepLine } from './step-line.ts';

/** Where progress is drawn. */
interface ProgressScreen {
  readonly write: (text: string) => void;
  /** Whether a line may be drawn over; the running steps are shown only then. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** In milliseconds, from any start. */
  readonly now?: () => number;
}

const CLEAR_LINE = '\r\u001B[2K';
/** A bar is not drawn again sooner. */
const REDRAW_MS = 100;

/**
 * Draws a run as it goes on: one line an ended attempt, one for all items of a map, and on a terminal what is running
 * now, with a bar where that tells how far it is. How the run ended is said by its report.
 */
export function progressObserver({ write, isTerminal, hasColor, now = nowMs }: ProgressScreen): RunObserver {
  const running = new Map<string, RunningStep>();
  const items = new Map<string, MapItems>();
  let width = 0;
  let drawnAtMs = -Infinity;
  const draw = (lines: string) => {
    if (!isTerminal) return write(lines);
    drawnAtMs = now();
    const itemsDone = new Map([...items.values()].map(({ node, count }) => [node, count]));
    write(CLEAR_LINE + lines + runningLine([...running.values()], itemsDone));
  };
  /** The lines of maps whose items are all that has ended since the last line. */
  const takeItems = () => {
    const lines = [...items.values()].map((one) => `${itemsLine(one, { width, hasColor })}\n`);
    items.clear();
    return lines.join('');
  };
  return {
    runStarted(run) {
      width = Math.max(0, ...run.plan.map(({ node }) => node.length));
      const waits = run.status === 'queued' ? ', waiting its turn' : '';
      draw(`run ${run.id} of ${run.pipeline} on ${run.stack}${waits}\n`);
    },
    stepStarted({ key, node }) {
      running.set(key, { node });
      if (isTerminal) draw(isItem(key) ? '' : takeItems());
    },
    stepProgressed({ key, node }, done, total) {
      running.set(key, { node, share: total > 0 ? Math.min(1, Math.max(0, done / total)) : 0 });
      if (isTerminal && now() - drawnAtMs >= REDRAW_MS) draw('');
    },
    stepPrinted({ step, text }) {
      draw(`${text.replaceAll(/^/gm, `  ${step} | `)}\n`);
    },
    stepEnded(step) {
      running.delete(step.key);
      const isCounted = isItem(step.key) && step.status !== 'failed' && step.status !== 'running';
      if (isCounted) items.set(step.node, plusItem(items.get(step.node), step));
      if (!isCounted) draw(`${takeItems()}${stepLine(step, { width, hasColor })}\n`);
      else if (isTerminal) draw('');
    },
    runEnded() {
      running.clear();
      draw(takeItems());
    },
  };
}

function nowMs(): number {
  return performance.now();
}

/** Whether the key is of a step inside a map. */
function isItem(key: string): boolean {
  return key.includes('@');
}

function plusItem(items: MapItems | undefined, step: StepRecord): MapItems {
  const { node, startedAtMs, endedAtMs = startedAtMs } = step;
  const { count, cachedCount, ...times } = items ?? { count: 0, cachedCount: 0, startedAtMs, endedAtMs };
  return {
    node,
    count: count + 1,
    cachedCount: cachedCount + (step.status === 'cached' ? 1 : 0),
    startedAtMs: Math.min(times.startedAtMs, startedAtMs),
    endedAtMs: Math.max(times.endedAtMs, endedAtMs),
  };
}
