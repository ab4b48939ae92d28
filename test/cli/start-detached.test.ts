import { describe, expect, it } from 'vitest';
import { startDetached } from '../../src/cli/start-detached.ts';
import type { Orchestrator, RunRequest } from '../../src/stacks/stack.ts';
import type { RunRecord } from '../../src/tracking/run-record.ts';
import { runOf } from './records.ts';

const unasked = (): never => {
  throw new Error('a start asks for nothing else');
};
const unused: Orchestrator = { run: unasked, follow: unasked, stop: unasked };
const request = {} as RunRequest; // only handed on

async function start(run: RunRecord | undefined, asJson = false) {
  const texts: string[] = [];
  const tell = (text: string) => void texts.push(text);
  const starts = run && { start: async () => run };
  const orchestrator = { ...unused, ...starts };
  const code = await startDetached(
    { out: tell, err: tell },
    { name: 'aws', orchestrator },
    async () => request,
    asJson,
  );
  return { code, text: texts.join('') };
}

describe('startDetached', () => {
  it('tells the id of a run that goes on, and how to follow it', async () => {
    const { code, text } = await start(runOf({ status: 'running' }));

    expect(code).toBe(0);
    expect(text).toContain(`run ${'a'.repeat(32)} goes on`);
    expect(text).toContain('sluice show aaaaaaaaaaaa --follow --stack aws');
  });

  it('tells it as one JSON document', async () => {
    const { text } = await start(runOf({ status: 'queued' }), true);

    expect(JSON.parse(text)).toEqual({
      run: { id: 'a'.repeat(32), pipeline: 'orders', status: 'queued', stack: 'local' },
    });
  });

  it('ends with 1 and says why when the run ended as it began', async () => {
    const error = { code: 'run.skipped', message: 'another is under way', mend: 'wait' } as const;

    const { code, text } = await start(runOf({ status: 'stopped', error }));

    expect(code).toBe(1);
    expect(text).toMatch(/\[run.skipped\][^]*: stopped\n$/);
  });

  it('refuses where a run is part of its process, before anything of it is prepared', async () => {
    await expect(start(undefined)).rejects.toMatchObject({
      code: 'run.cannot-detach',
      facts: { mend: expect.stringContaining('&') },
    });
  });
});
