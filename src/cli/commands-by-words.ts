import type { Command } from 'commander';

/** The deepest command that words name. */
export function commandOf(program: Command, words: readonly string[]): Command {
  return words.reduce((command, word) => command.commands.find((child) => child.name() === word) ?? command, program);
}

/** The words that call a command: `sluice models history`. */
export function commandLine(command: Command): string {
  return command.parent === null ? command.name() : `${commandLine(command.parent)} ${command.name()}`;
}

/** What may follow the words of a command as its next. */
export function subcommandNames(command: Command): string[] {
  return command.commands.map((child) => child.name());
}
