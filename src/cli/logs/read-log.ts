import { type MarkedLine, runLines } from '../../runs/printed/run-lines.ts';
import type { FoundLines } from '../../runs/printed/printed-line.ts';
import type { Stack } from '../../stacks/stack.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { RunRecord } from '../../tracking/run-record.ts';

/** What of a run's log is asked for. */
export interface AskedLog {
  /** A node, with all its items in maps, or one item: `score`, `score@folds#2`; the whole run unless given. */
  readonly step?: string;
  /** Lines from this time on. */
  readonly sinceMs: number;
}

/** Lines in the order of time, and what could not be found of them. */
export interface ReadLog extends Omit<FoundLines, 'lines'> {
  readonly lines: readonly MarkedLine[];
}

/** The log of a run, or what is new of it: what was printed before `changedSinceMs`, and steps that ended before, are left out. */
export async function readLog(
  { records, printed }: Pick<Stack, 'records' | 'printed'>,
  run: RunRecord,
  asked: AskedLog,
  changedSinceMs?: number,
): Promise<ReadLog> {
  const steps = (await records.steps.list(run.id)).filter(
    ({ key, endedAtMs }) => isAsked(key, asked.step) && hasChanged(endedAtMs, changedSinceMs),
  );
  const ran = steps.filter(({ status }) => status !== 'cached');
  const names = [...new Set(ran.map(({ step }) => step))];
  const fromMs = Math.max(asked.sinceMs, changedSinceMs ?? -Infinity);
  const { lines, gone, cut } = await printed.read(run, names, fromMs);
  const ofSteps = lines.filter(({ step }) => isAsked(step, asked.step));
  return { gone, cut, lines: runLines(run, steps, ofSteps).filter((line) => isWanted(line, asked)) };
}

/** Whether a step's key is the one asked for, or an item of the node asked for. */
export function isAsked(key: string, step: string | undefined): boolean {
  return step === undefined || key === step || key.startsWith(`${step}@`);
}

/** Whether a step that has not begun may still come: its run goes on and has its node, or the node that it is an item of. */
export function mayCome(run: Pick<RunRecord, 'status' | 'plan'>, step: string): boolean {
  const [asked] = step.split('@');
  return isUnderWay(run) && run.plan.some(({ node }) => node === asked);
}

function isWanted(line: MarkedLine, { step, sinceMs }: AskedLog): boolean {
  return line.atMs >= sinceMs && (step === undefined || line.step !== null);
}

function hasChanged(endedAtMs: number | undefined, sinceMs: number | undefined): boolean {
  return endedAtMs === undefined || sinceMs === undefined || endedAtMs >= sinceMs;
}
