import type { Command } from 'commander';
import { SluiceError } from '../../errors/sluice-error.ts';

/** Makes all commands refuse an empty argument or option, which an unset variable of a shell gives. They throw `cli.usage`. */
export function refuseEmpty(program: Command): void {
  program.hook('preAction', (_program, command) => {
    const name = emptyArgument(command) ?? emptyOption(command);
    if (name !== undefined) throw isEmpty(name, command);
  });
}

function emptyArgument({ args, registeredArguments }: Command): string | undefined {
  return registeredArguments.find((_argument, index) => args[index] === '')?.name();
}

function emptyOption(command: Command): string | undefined {
  const values = command.optsWithGlobals();
  return command.options.find((option) => values[option.attributeName()] === '')?.flags;
}

function isEmpty(name: string, command: Command): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: `'${name}' of ${command.name()} is empty`,
    seen: "''",
    allowed: 'a value',
    mend: 'give it a value; look whether a variable of the shell is unset',
  });
}
