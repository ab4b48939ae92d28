import type { Command } from 'commander';
import { SluiceError } from '../../errors/sluice-error.ts';

/**
 * Makes a command and those under it refuse an option of one value that is given twice, of which the last would win
 * unseen. Parsing throws `cli.usage`.
 */
export function refuseRepeats(command: Command): void {
  for (const { flags, name } of singleOptions(command)) {
    let isGiven = false;
    command.on(`option:${name}`, (value: string) => {
      if (isGiven) throw repeated(flags, value);
      isGiven = true;
    });
  }
  for (const child of command.commands) refuseRepeats(child);
}

/** Those with a value and without a parser, which is what collects the values of one that may be repeated. */
function singleOptions({ options }: Command): { flags: string; name: string }[] {
  return options
    .filter(({ required, parseArg }) => required && parseArg === undefined)
    .map((option) => ({ flags: option.flags, name: option.name() }));
}

function repeated(flags: string, value: string): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: `option '${flags}' is given twice`,
    seen: value,
    allowed: 'one value',
    mend: 'leave out all but one',
  });
}
