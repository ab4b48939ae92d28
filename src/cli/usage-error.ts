import type { Command, CommanderError } from 'commander';
import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { commandLine, commandOf, subcommandNames } from './commands-by-words.ts';
import { unknownCommand } from './unknown-command.ts';

const MAX_SEEN_LENGTH = 200;

/** Commander's complaint about the words of a command line as an error of ours, with what was probably meant. */
export function usageError(error: CommanderError, program: Command, words: readonly string[]): SluiceError {
  const command = commandOf(program, words);
  if (error.code === 'commander.unknownCommand') return unknownCommand(quoted(error.message), subcommandNames(command));
  const [complaint = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  const meant =
    /Did you mean (.*)\?/.exec(suggestion ?? '')?.[1] ??
    meantSubcommand(command, words) ??
    meantParameter(error, command, words);
  return new SluiceError({
    code: 'cli.usage',
    message: complaint.replace(/\.$/, ''),
    seen: ['sluice', ...words].join(' ').slice(0, MAX_SEEN_LENGTH),
    allowed: `${commandLine(command)} ${command.usage()}`,
    mend: meant === undefined ? `\`${commandLine(command)} --help\` says what it takes` : `did you mean ${meant}?`,
  });
}

function meantSubcommand(command: Command, words: readonly string[]): string | undefined {
  const near = words.map((word) => nearest(word, subcommandNames(command))).find((name) => name !== undefined);
  return near && `${commandLine(command)} ${near}`;
}

/** The parameter of a pipeline that was given as an option: `--param source=f` for `--source f`. */
function meantParameter(error: CommanderError, command: Command, words: readonly string[]): string | undefined {
  const takesParameters = command.options.some(({ long }) => long === '--param');
  if (error.code !== 'commander.unknownOption' || !takesParameters) return undefined;
  const option = quoted(error.message);
  const next = words[words.indexOf(option) + 1];
  const [, name, given] = /^--([a-z]\w*)(?:=(.*))?$/is.exec(option) ?? [];
  const value = given ?? (next?.startsWith('-') ? undefined : next);
  return name && `--param ${name}=${value ?? 'VALUE'}`;
}

function quoted(message: string): string {
  return /'(.*)'/s.exec(message)?.[1] ?? message;
}
