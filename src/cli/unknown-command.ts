import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** `cli.unknown-command`, with the command that was probably meant. */
export function unknownCommand(word: string, commands: readonly string[]): SluiceError {
  const near = nearest(word, commands);
  return new SluiceError({
    code: 'cli.unknown-command',
    message: 'there is no such command',
    seen: word,
    allowed: commands.join(', '),
    mend: near === undefined ? '`sluice --help` says what each command does' : `did you mean ${near}?`,
  });
}
