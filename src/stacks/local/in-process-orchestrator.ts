import { setTimeout as wait } from 'node:timers/promises';
import type { RunObserver } from '../../runs/run-observer.ts';
import { stopRun } from '../../runs/stop.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { Orchestrator } from '../stack.ts';
import { endDeadRuns } from './end-dead-runs.ts';
import { isProcessAlive } from './is-process-alive.ts';
import type { InProcess } from './run-in-process.ts';

/** Runs pipelines in this process, one run at a time a call. */
export function inProcessOrchestrator(place: InProcess): Orchestrator {
  const interrupted = new AbortController();
  return {
    // Loaded when something runs: most commands only look.
    run: async (request, observer) => {
      const { runInProcess } = await import('./run-in-process.ts');
      return runInProcess(place, request, observer, interrupted.signal);
    },
    follow: (run, observer, left) => followHere(place, run, observer, left),
    stop: ({ id }) => stopRun(place.records, id, place.now()),
    interrupt: () => interrupted.abort(),
  };
}

/** A run of another process, of which it is seen when that dies. */
async function followHere(
  { records, now, process: { host } }: InProcess,
  run: RunRecord,
  observer: RunObserver,
  left?: AbortSignal,
): Promise<RunRecord> {
  const { followRun } = await import('../../runs/follow.ts');
  const living = endDeadRuns(records, { now, host, isAlive: isProcessAlive });
  return followRun({ records: living, sleep: wait, settle: async (current) => current, left }, run, observer);
}
