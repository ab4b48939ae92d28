import type { PrintedLine } from '../../runs/printed/printed-line.ts';
import type { RunObserver } from '../../runs/run-observer.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
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
export function progressObserver(screen: ProgressScreen): RunObserver {
  return new ProgressDisplay(screen);
}

class ProgressDisplay implements RunObserver {
  readonly #screen: ProgressScreen;
  readonly #now: () => number;
  readonly #running = new Map<string, RunningStep>();
  /** Items of maps that ended since the last line. */
  readonly #items = new Map<string, MapItems>();
  #width = 0;
  #drawnAtMs = -Infinity;

  constructor(screen: ProgressScreen) {
    this.#screen = screen;
    this.#now = screen.now ?? nowMs;
  }

  runStarted(run: RunRecord): void {
    this.#width = Math.max(0, ...run.plan.map(({ node }) => node.length));
    const waits = run.status === 'queued' ? ', waiting its turn' : '';
    this.#draw(`run ${run.id} of ${run.pipeline} on ${run.stack}${waits}\n`);
  }

  stepStarted({ key, node }: StepRecord): void {
    this.#running.set(key, { node });
    if (this.#screen.isTerminal) this.#draw(isItem(key) ? '' : this.#takeItems());
  }

  stepProgressed({ key, node }: StepRecord, done: number, total: number): void {
    this.#running.set(key, { node, share: total > 0 ? Math.min(1, Math.max(0, done / total)) : 0 });
    if (this.#screen.isTerminal && this.#now() - this.#drawnAtMs >= REDRAW_MS) this.#draw('');
  }

  stepPrinted({ step, text }: PrintedLine): void {
    this.#draw(`${text.replaceAll(/^/gm, `  ${step} | `)}\n`);
  }

  stepEnded(step: StepRecord): void {
    this.#running.delete(step.key);
    const isCounted = isItem(step.key) && step.status !== 'failed' && step.status !== 'running';
    if (isCounted) this.#items.set(step.node, plusItem(this.#items.get(step.node), step));
    if (!isCounted) this.#draw(`${this.#takeItems()}${stepLine(step, this.#look)}\n`);
    else if (this.#screen.isTerminal) this.#draw('');
  }

  runEnded(): void {
    this.#running.clear();
    this.#draw(this.#takeItems());
  }

  get #look() {
    return { width: this.#width, hasColor: this.#screen.hasColor };
  }

  #draw(lines: string): void {
    const { isTerminal, write } = this.#screen;
    if (!isTerminal) return write(lines);
    this.#drawnAtMs = this.#now();
    const itemsDone = new Map([...this.#items.values()].map(({ node, count }) => [node, count]));
    write(CLEAR_LINE + lines + runningLine([...this.#running.values()], itemsDone));
  }

  /** The lines of maps whose items are all that has ended since the last line. */
  #takeItems(): string {
    const lines = [...this.#items.values()].map((one) => `${itemsLine(one, this.#look)}\n`);
    this.#items.clear();
    return lines.join('');
  }
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
