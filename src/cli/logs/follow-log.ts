import type { Stack } from '../../stacks/stack.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import { unknownRun } from '../../tracking/rules/unknown-run.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import { type AskedLog, readLog, type ReadLog } from './read-log.ts';

/** What following a log needs of the world. */
export interface LogFollower {
  readonly stack: Pick<Stack, 'records' | 'printed'>;
  readonly sleep: (delayMs: number) => Promise<unknown>;
  readonly now: () => number;
  /** Is told each line once, and each place that is gone or has more. */
  readonly tell: (found: ReadLog) => void;
}

/** Clocks of functions and of this machine differ. */
const SLACK_MS = 60_000;

/** Tells the log of a run as it grows, until the run has ended and its last lines must have come. Throws `run.unknown`. */
export async function followLog(follower: LogFollower, run: RunRecord, asked: AskedLog): Promise<void> {
  const { stack, sleep, now } = follower;
  const told = new Set<string>();
  let lookedAtMs: number | undefined;
  for (let current = run; ; current = await read(stack, run.id)) {
    const changedSinceMs = lookedAtMs === undefined ? undefined : lookedAtMs - stack.printed.delayMs - SLACK_MS;
    lookedAtMs = now();
    tellNew(follower, told, await readLog(stack, current, asked, changedSinceMs));
    const leftMs = isUnderWay(current) ? Infinity : (current.endedAtMs ?? 0) + stack.printed.delayMs - now();
    if (leftMs <= 0) return;
    await sleep(Math.min(stack.printed.pollMs, leftMs));
  }
}

async function read({ records }: LogFollower['stack'], id: string): Promise<RunRecord> {
  const run = await records.runs.get(id);
  if (!run) throw unknownRun(id);
  return run;
}

function tellNew({ tell }: LogFollower, told: Set<string>, { lines, gone, cut }: ReadLog): void {
  const isNew = (mark: string) => !told.has(mark) && told.add(mark);
  tell({
    lines: lines.filter(({ mark }) => isNew(mark)),
    gone: gone.filter(({ place }) => isNew(`gone ${place}`)),
    cut: cut.filter(({ place }) => isNew(`cut ${place}`)),
  });
}
