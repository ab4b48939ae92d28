import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStack } from '../../src/stacks/open-stack.ts';
import { runOf } from '../cli/records.ts';
import { expectError } from './expect-error.ts';
import { sluice } from './sluice-process.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'sluice-'));
  const { records, close } = await openStack('local', { home, root: home });
  const { id: experimentId } = await records.experiments.ensure('orders', 1);
  for (const id of ['abcd1', 'abcd2']) await records.runs.create(runOf({ id: id.padEnd(32, '0'), experimentId }));
  await close();
});
afterAll(() => rm(home, { recursive: true }));

describe.concurrent('sluice with wrong words', () => {
  it.each([
    ['rnu', 'cli.unknown-command', 'did you mean run?'],
    ['run ordres', 'pipeline.unknown', 'customer-satisfaction'],
    ['run customer-satisfactoin', 'pipeline.unknown', 'did you mean customer-satisfaction?'],
    ['run ../pipelines/customer-satisfaction', 'pipeline.unknown', 'customer-satisfaction'],
    ['run customer-satisfaction more', 'cli.usage', 'sluice run [options]'],
    ['run customer-satisfaction --stack locla', 'stack.unknown', 'did you mean local?'],
    ['run customer-satisfaction --prama a=1', 'cli.usage', 'did you mean --param?'],
    ['runs --limit 0', 'cli.bad-number', 'from 1 to 10000'],
    ['runs --limit 3 --limit 4', 'cli.usage', 'given twice'],
    ['show', 'cli.usage', "missing required argument 'run'"],
    ['show abce', 'run.unknown', 'did you mean abcd?'],
    ['show 7', 'run.unknown', '`sluice runs` lists'],
    ['show abcd', 'run.ambiguous', 'abcd10000'],
    ['show --stack= abcd1', 'cli.usage', 'is empty'],
    ['predict scores', 'cli.usage', '--data <file|json>'],
    ['predict scores --data {}', 'predict.nothing-released', 'run the pipeline'],
    ['promote scores first', 'cli.bad-number', 'a whole number'],
    ['promote scores 9', 'model.version-unknown', '9'],
    ['serve --port 70000', 'cli.bad-number', 'from 0 to 65535'],
    ['sample customer-satisfaction --rows 0 --seed 1 --out x', 'cli.bad-number', 'from 1 to'],
    ['logs abcd1 nobody', 'step.not-run', 'lists the steps'],
    ['schedule disable scores', 'schedule.none-here', '--stack'],
    ['run customer-satisfaction --detach', 'run.cannot-detach', 'leave out --detach'],
  ])('`%s` names what was meant or is allowed, and exits with 2', async (line, code, says) => {
    expectError(await sluice(home, [...line.split(' '), '--json']), { exit: 2, code, says });
  });

  it.each([
    ['serve --port 70000', 'cli.bad-number'],
    ['serve --port abc', 'cli.bad-number'],
    ['serve --port -1', 'cli.bad-number'],
    ['sample customer-satisfaction --rows 0 --seed 1 --out x', 'cli.bad-number'],
    ['try customer-satisfactoin', 'pipeline.unknown'],
    ['help rnu', 'cli.unknown-command'],
  ])('`%s` exits with 2', async (line, shown) => {
    const { code, stdout, stderr } = await sluice(home, line.split(' '));
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`[${shown}]`);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('of none shows what there is, and exits with 2', async () => {
    const { code, stdout, stderr } = await sluice(home, []);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('Commands:');
  });

  it.each([['--version'], ['--help'], ['help']])('`%s` is none, and exits with 0', async (word) => {
    const { code, stdout, stderr } = await sluice(home, [word]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(word === '--version' ? /^\d+\.\d+\.\d+\n$/ : /^Usage: sluice/);
  });
});
