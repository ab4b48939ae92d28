import type { CommanderError } from 'commander';
import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** Commander's complaint as an error of ours, with what was probably meant. */
export function usageError(error: CommanderError, commands: readonly string[]): SluiceError {
  if (error.code === 'commander.unknownCommand') return unknownCommand(quoted(error.message), commands);
  const [complaint = '', suggestion] = error.message.replace(/^error: /, '').split('\n');
  return new SluiceError({
    code: 'cli.usage',
    message: complaint,
    mend: suggestion?.replace(/^\(Did you mean (.*)\?\)$/, 'did you mean $1?') ?? 'add --help to see what it takes',
  });
}

function unknownCommand(word: string, commands: readonly string[]): SluiceError {
  const near = nearest(word, commands);
  return new SluiceError({
    code: 'cli.unknown-command',
    message: 'there is no such command',
    seen: word,
    allowed: commands.join(', '),
    mend: near === undefined ? '`sluice --help` says what each command does' : `did you mean ${near}?`,
  });
}

function quoted(message: string): string {
  return /'(.*)'/s.exec(message)?.[1] ?? message;
}
