import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../src/cli/run-command-line.ts';
import { fakeContext } from './fake-context.ts';

describe('a command line of wrong words', () => {
  let context: ReturnType<typeof fakeContext>;
  beforeEach(async () => {
    context = fakeContext(await mkdtemp(join(tmpdir(), 'sluice-')));
  });
  afterEach(() => rm(context.root, { recursive: true }));

  it.each([
    ['show', "missing required argument 'run'", 'sluice show [options] <run>', '`sluice show --help`'],
    ['run a b', "too many arguments for 'run'", 'sluice run [options] [pipeline]', '`sluice run --help`'],
    ['run a --stack', "option '--stack <name>' argument missing", 'sluice run', '`sluice run --help`'],
    ['predict m', "required option '--data <file|json>' not specified", 'sluice predict', '`sluice predict --help`'],
    ['runs --limt 3', "unknown option '--limt'", 'sluice runs [options]', 'did you mean --limit?'],
    ['run a --source f.csv', "unknown option '--source'", 'sluice run', 'did you mean --param source=f.csv?'],
    ['run a --seed=7', "unknown option '--seed", 'sluice run', 'did you mean --param seed=7?'],
    ['run a --window --json', "unknown option '--window'", 'sluice run', 'did you mean --param window=VALUE?'],
    ['runs --window 3', "unknown option '--window'", 'sluice runs', '`sluice runs --help`'],
    ['models histroy', "too many arguments for 'models'", 'sluice models', 'did you mean sluice models history?'],
    ['models history', "missing required argument 'model'", 'sluice models history', '`sluice models history --help`'],
    ['--verison', "unknown option '--verison'", 'sluice [options] [command]', 'did you mean --version?'],
  ])('`%s` says what is wrong, what the command takes and what to do', async (line, message, allowed, mend) => {
    const [name = '', ...rest] = line.split(' ');

    await expect(runCommandLine([name, '--json', ...rest], context)).resolves.toBe(2);

    const { error } = JSON.parse(context.outputs.join(''));
    expect(error.message).toContain(message);
    expect(error.allowed).toContain(allowed);
    expect(error.mend).toContain(mend);
    expect(error).toMatchObject({ code: 'cli.usage', seen: ['sluice', name, '--json', ...rest].join(' ') });
  });

  it('is not shown in all its length', async () => {
    await runCommandLine(['runs', 'x'.repeat(10_000)], context);

    expect(context.errors.join('').length).toBeLessThan(11_000);
    expect(context.errors.join('')).toContain('[cli.usage]');
  });

  it('prints nothing to the output unless it asks for JSON', async () => {
    await runCommandLine(['rnu'], context);

    expect(context.outputs).toEqual([]);
    expect(context.errors.join('')).toContain('[cli.unknown-command]');
  });
});
