import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { fakeContext } from '../fake-context.ts';

let folder: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = { ...fakeContext(folder), root: join(import.meta.dirname, '../../conformance/orchestrator') };
});
afterEach(() => rm(folder, { recursive: true }));

const sluice = (...words: string[]) => runCommandLine(words, context);

describe('sluice plan', () => {
  it('plans a pipeline that never ran, in one document', async () => {
    expect(await sluice('plan', 'mapped', '--map', 'map=2', '--schedule', 'rate(1 day)', '--json')).toBe(0);
    expect(JSON.parse(context.outputs.join(''))).toMatchObject({
      pipeline: 'mapped',
      run: { transitions: 7, invocations: 7 },
      durations: { from: 'timeouts' },
      month: { schedule: { expression: 'rate(1 day)' } },
      misfits: [],
    });
  });

  it('says it for people, too', async () => {
    expect(await sluice('plan', 'chain', '--runs-per-month', '10', '--step-duration', '2s')).toBe(0);
    expect(context.outputs.join('')).toMatch(/^a run of chain on AWS.*a month: +10 runs, \$0\.00\d+ of at most/s);
  });

  it.each([
    [['--schedule', '0 3 * * *'], 'schedule.unix-cron'],
    [['--schedule', 'rate(1 day)', '--runs-per-month', '3'], 'cli.usage'],
    [['--runs-per-month', 'many'], 'cli.bad-number'],
    [['--map', 'map=9'], 'cli.bad-map'],
    [['--step-duration', 'long'], 'cli.bad-duration'],
  ])('refuses %j as wrong usage', async (words, code) => {
    expect(await sluice('plan', 'mapped', ...words)).toBe(2);
    expect(context.errors.join('')).toContain(`[${code}]`);
  });
});
