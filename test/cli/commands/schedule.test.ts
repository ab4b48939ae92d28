import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import type { PipelineSchedule } from '../../../src/stacks/schedules.ts';
import { fakeContext } from '../fake-context.ts';

let folder: string;
let context: ReturnType<typeof fakeContext>;
let deployed: PipelineSchedule[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  deployed = [
    { pipeline: 'orders', expression: 'cron(0 3 * * ? 2199)', enabled: true },
    { pipeline: 'rents', expression: 'rate(1 day)', enabled: false },
  ];
  const fake = fakeContext(folder);
  context = { ...fake, openStack: async () => ({ ...(await openStack('local', fakePlace())), schedules }) };
});
afterEach(() => rm(folder, { recursive: true }));

const fakePlace = () => ({ home: join(folder, 'home'), root: folder });
const schedules = {
  list: async () => deployed,
  turn: async (pipeline: string, to: 'on' | 'off') => {
    const turned = { ...deployed.find((one) => one.pipeline === pipeline)!, enabled: to === 'on' };
    deployed = deployed.map((one) => (one.pipeline === pipeline ? turned : one));
    return turned;
  },
};

async function sluice(line: string): Promise<string> {
  context.outputs.length = 0;
  expect(await runCommandLine(line.split(' '), context)).toBe(0);
  return context.outputs.join('');
}

describe('sluice schedule', () => {
  it('lists what is deployed, on or off, with the next time where that is known', async () => {
    expect(await sluice('schedule list')).toBe(
      'pipeline       schedule              next (UTC)\n' +
        'orders    on   cron(0 3 * * ? 2199)  2199-01-01 03:00\n' +
        'rents     off  rate(1 day)\n',
    );
    expect(JSON.parse(await sluice('schedule list --json')).schedules).toEqual([
      { ...deployed[0], next: '2199-01-01T03:00:00.000Z' },
      { ...deployed[1], next: null },
    ]);
  });

  it('lists one beside others whose rule somebody gave an expression that it cannot read', async () => {
    deployed = [{ pipeline: 'orders', expression: 'cron(0 3 LW * ? *)', enabled: true }, deployed[1]!];

    expect(await sluice('schedule list')).toMatch(/orders +on +cron\(0 3 LW \* \? \*\)\nrents +off/);
  });

  it('turns one on and off, and says what a deployment does to that', async () => {
    expect(await sluice('schedule disable orders')).toBe('schedule of orders, cron(0 3 * * ? 2199): off\n');
    expect(context.errors.join('')).toContain('until a deployment changes this schedule');
    expect(JSON.parse(await sluice('schedule enable rents --json'))).toEqual({ ...deployed[1], enabled: true });
  });

  it('says so when nothing is scheduled', async () => {
    deployed = [];

    expect(await sluice('schedule list')).toBe('no pipeline is deployed with a schedule\n');
  });

  it.each([
    ['schedule list', 'schedule.none-here'],
    ['schedule enable rents', 'schedule.none-here'],
    ['schedule enable', 'cli.usage'],
    ['schedule pause rents', 'cli.unknown-command'],
  ])('ends `%s` at home with 2 and %s', async (line, code) => {
    const home = fakeContext(folder);

    expect(await runCommandLine(line.split(' '), home)).toBe(2);
    expect(home.errors.join('')).toContain(`[${code}]`);
  });
});
