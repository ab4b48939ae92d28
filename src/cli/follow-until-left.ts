import type { RunObserver } from '../runs/run-observer.ts';
import type { Stack } from '../stacks/stack.ts';
import { isUnderWay } from '../tracking/rules/under-way.ts';
import type { RunRecord } from '../tracking/run-record.ts';
import type { CommandContext } from './command-context.ts';

/**
 * Follows a run that goes on without this process until it has ended; Ctrl-C leaves it, and it is said how to go on. So it
 * is when following fails. Throws what starting and following throw.
 */
export async function followUntilLeft(
  { onInterrupt, err }: Pick<CommandContext, 'onInterrupt' | 'err'>,
  { name, orchestrator }: Pick<Stack, 'name' | 'orchestrator'>,
  start: () => Promise<RunRecord>,
  observer: RunObserver,
): Promise<RunRecord> {
  const left = new AbortController();
  const forget = onInterrupt(() => left.abort());
  let run: RunRecord | undefined;
  try {
    run = await start();
    run = await orchestrator.follow(run, observer, left.signal);
    return run;
  } finally {
    forget();
    if (run && isUnderWay(run)) err(goesOn(run, name));
  }
}

/** How to go on with a run that is under way elsewhere. */
export function goesOn({ id }: RunRecord, stack: string): string {
  return `run ${id} goes on without this command
  follow it:  sluice show ${id.slice(0, 12)} --follow --stack ${stack}
  stop it:    sluice stop ${id.slice(0, 12)} --stack ${stack}
`;
}
