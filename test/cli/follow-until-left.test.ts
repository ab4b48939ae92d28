import { describe, expect, it } from 'vitest';
import { followUntilLeft } from '../../src/cli/follow-until-left.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import type { Orchestrator } from '../../src/stacks/stack.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';
import { runOf } from './records.ts';

const running = runOf({ status: 'running' });
const HINT = 'sluice show aaaaaaaaaaaa --follow --stack aws';

interface Followed {
  readonly run: Promise<RunRecord>;
  readonly errors: string[];
  readonly interrupt: () => void;
  /** Whether Ctrl-C ends the process again. */
  readonly isForgotten: () => boolean;
}

function followBy(follow: Orchestrator['follow'], start = async () => running): Followed {
  const errors: string[] = [];
  let act: (() => void) | undefined;
  const onInterrupt = (told: () => void) => {
    act = told;
    return () => (act = undefined);
  };
  const orchestrator = { follow } as Orchestrator; // nothing else of it is asked
  const context = { onInterrupt, err: (text: string) => void errors.push(text) };
  const run = followUntilLeft(context, { name: 'aws', orchestrator }, start, silentObserver);
  return { run, errors, interrupt: () => act?.(), isForgotten: () => act === undefined };
}

const untilLeft: Orchestrator['follow'] = (run, _observer, left) =>
  new Promise((resolve) => {
    if (left!.aborted) resolve(run);
    left!.addEventListener('abort', () => resolve(run));
  });

describe('followUntilLeft', () => {
  it('answers the run as it ended, and says nothing', async () => {
    const { run, errors, isForgotten } = followBy(async () => runOf());

    expect(await run).toMatchObject({ status: 'completed' });
    expect(errors).toEqual([]);
    expect(isForgotten()).toBe(true);
  });

  it('says how to go on with a run that is left by Ctrl-C', async () => {
    const { run, errors, interrupt } = followBy(untilLeft);
    interrupt();

    expect(await run).toMatchObject({ status: 'running' });
    expect(errors.join('')).toContain('goes on without this command');
    expect(errors.join('')).toContain(HINT);
    expect(errors.join('')).toContain('sluice stop aaaaaaaaaaaa --stack aws');
  });

  it('lets a start come to its end before it leaves', async () => {
    const starting = Promise.withResolvers<RunRecord>();
    const { run, errors, interrupt } = followBy(untilLeft, () => starting.promise);
    interrupt();
    starting.resolve(running);

    expect(await run).toEqual(running);
    expect(errors.join('')).toContain(HINT);
  });

  it('says the same when following fails, for the run does not', async () => {
    const { run, errors } = followBy(() => Promise.reject(new Error('no network')));

    await expect(run).rejects.toThrow('no network');
    expect(errors.join('')).toContain(HINT);
  });

  it('says nothing of a run that was not started', async () => {
    const { run, errors } = followBy(untilLeft, () => Promise.reject(new Error('refused')));

    await expect(run).rejects.toThrow('refused');
    expect(errors).toEqual([]);
  });
});
