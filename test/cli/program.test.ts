import type { Command } from 'commander';
import { expect, it } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { fakeContext } from './fake-context.ts';

/** Commands that do something themselves, nested ones too. */
function leavesOf(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap(leavesOf);
}

it('every command but help takes --json', () => {
  const program = createProgram(fakeContext(''), () => undefined);
  const leaves = leavesOf(program).filter((command) => command.name() !== 'help');

  // `models history` has that of `models`.
  const takesJson = ({ options, parent }: Command) =>
    [...options, ...(parent?.options ?? [])].some(({ long }) => long === '--json');
  const without = leaves.filter((command) => !takesJson(command));

  expect(leaves.length).toBeGreaterThan(25);
  expect(without.map((command) => command.name())).toEqual([]);
});
