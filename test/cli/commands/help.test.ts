import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProgram } from '../../../src/cli/program.ts';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { fakeContext } from '../fake-context.ts';

const unused = fakeContext('');
const commands = createProgram(unused, () => undefined).commands.map((command) => command.name());

describe('sluice help', () => {
  let context: ReturnType<typeof fakeContext>;
  beforeEach(async () => {
    context = fakeContext(await mkdtemp(join(tmpdir(), 'sluice-')));
  });
  afterEach(() => rm(context.root, { recursive: true }));

  it.each(commands)('shows the usage of %s with an example, as --help does', async (name) => {
    await expect(runCommandLine(['help', name], context)).resolves.toBe(0);
    await expect(runCommandLine([name, '--help'], context)).resolves.toBe(0);

    const text = context.outputs.join('');
    expect(text).toContain(`Usage: sluice ${name}`);
    expect(text.split(`Example:\n  sluice ${name}`)).toHaveLength(3);
  });

  it('tells of a command under a command', async () => {
    await runCommandLine(['help', 'models', 'history'], context);
    expect(context.outputs.join('')).toContain('Usage: sluice models history');
  });

  it('says which options a command cannot do without', async () => {
    await runCommandLine(['help', 'sample'], context);
    expect(context.outputs.join('')).toMatch(/--out <path> +file to write \(required\)/);
  });

  it('lists the commands when none is named', async () => {
    await expect(runCommandLine(['help'], context)).resolves.toBe(0);
    expect(context.outputs.join('')).toContain('Commands:');
  });

  it.each([
    ['rnu', 'did you mean run?'],
    ['models histroy', 'did you mean history?'],
    ['run now', '`sluice --help`'],
  ])('refuses `help %s`', async (words, mend) => {
    await expect(runCommandLine(['help', ...words.split(' ')], context)).resolves.toBe(2);
    expect(context.errors.join('')).toContain('[cli.unknown-command]');
    expect(context.errors.join('')).toContain(mend);
  });
});
