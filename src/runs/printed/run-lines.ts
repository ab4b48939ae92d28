import type { ErrorDocument } from '../../errors/sluice-error.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import type { PrintedLine, PrintLevel } from './printed-line.ts';

/** One line of the log of a run. */
export interface LogLine {
  readonly atMs: number;
  /** Key of the step's record; null of the run itself. */
  readonly step: string | null;
  readonly attempt: number;
  /** What happened to it, what it printed, or what it logged of itself. */
  readonly kind: 'began' | 'printed' | 'logged' | 'ended';
  /** Only of what was printed. */
  readonly level?: PrintLevel;
  readonly text: string;
}

/** A line with what tells it from every other of the run, whenever it is made. */
export interface MarkedLine extends LogLine {
  readonly mark: string;
}

/** The lines of a run and of these steps of it, in the order of time. */
export function runLines(run: RunRecord, steps: readonly StepRecord[], printed: readonly PrintedLine[]): MarkedLine[] {
  const inTurn = steps.toSorted((one, other) => one.startedAtMs - other.startedAtMs);
  const byStep = Map.groupBy(printed, ({ step }) => step);
  const ofSteps = inTurn.flatMap((step) => linesOfStep(step, byStep.get(step.key) ?? []));
  const lines = [beginOf(run), ...ofSteps, ...endOfRun(run)];
  return lines.toSorted((one, other) => one.atMs - other.atMs); // what is of one time stays in turn
}

function toLine({ step, attempt, sequence, atMs, level, text }: PrintedLine): MarkedLine {
  return { atMs, step, attempt, kind: 'printed', level, text, mark: `${step} ${attempt} printed ${sequence}` };
}

const OF_RUN = { step: null, attempt: 0 };

function beginOf({ startedAtMs, pipeline, stack }: RunRecord): MarkedLine {
  return { ...OF_RUN, atMs: startedAtMs, kind: 'began', text: `run of ${pipeline} on ${stack}`, mark: 'began' };
}

function endOfRun({ endedAtMs, status, error }: RunRecord): MarkedLine[] {
  if (endedAtMs === undefined) return [];
  return [{ ...OF_RUN, atMs: endedAtMs, kind: 'ended', text: ending(status, error), mark: 'ended' }];
}

/** Facts have no time of their own: they are written down when the step is committed. */
function linesOfStep(step: StepRecord, printed: readonly PrintedLine[]): MarkedLine[] {
  const { key, attempt, startedAtMs, endedAtMs } = step;
  const line = (atMs: number, kind: LogLine['kind'], text: string, index = 0): MarkedLine => ({
    atMs,
    step: key,
    attempt,
    kind,
    text,
    mark: `${key} ${attempt} ${kind} ${index}`,
  });
  const began = line(startedAtMs, 'began', attempt === 0 ? 'began' : `began again, attempt ${attempt + 1}`);
  const said = [began, ...printed.map(toLine)];
  if (endedAtMs === undefined) return said;
  const facts = factsOf(step).map((text, index) => line(endedAtMs, 'logged', text, index));
  return [...said, ...facts, line(endedAtMs, 'ended', endOf(step))];
}

function factsOf({ log }: StepRecord): string[] {
  if (!log) return [];
  return [
    ...Object.entries(log.parameters).map(([name, value]) => `parameter ${name} = ${value}`),
    ...log.metrics.map(({ key, value, step }) => `metric ${key}${step === 0 ? '' : ` at ${step}`} = ${value}`),
    ...Object.entries(log.tags).map(([name, value]) => `tag ${name} = ${value}`),
  ];
}

function endOf({ status, cachedFrom, error }: StepRecord): string {
  if (status === 'cached') return `reused what run ${cachedFrom} made`;
  return ending(status, error);
}

function ending(status: string, error: ErrorDocument | undefined): string {
  if (!error) return status;
  return `${status}: ${[error.message, error.seen].filter(Boolean).join(': ')} [${error.code}]`;
}
