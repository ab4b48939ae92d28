import { debuglog } from 'node:util';
import { CommanderError } from 'commander';
import { formatError } from '../errors/format-error.ts';
import { SluiceError, type ErrorFacts } from '../errors/sluice-error.ts';
import type { CommandContext } from './command-context.ts';
import { exitCodeOfError, type ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { usageError } from './usage-error.ts';

const debug = debuglog('sluice');

/** Runs one command from its words; errors are told on `err`, never thrown. */
export async function runCommandLine(words: readonly string[], context: CommandContext): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = createProgram(context, (code) => {
    exitCode = code;
  });
  try {
    await program.parseAsync(words, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    debug('%O', error);
    const facts = factsOf(
      error,
      program.commands.map((command) => command.name()),
    );
    context.err(`${formatError(facts)}\n`);
    return exitCodeOfError(facts.code);
  }
}

function factsOf(error: unknown, commands: readonly string[]): ErrorFacts {
  if (SluiceError.is(error)) return error.facts;
  if (error instanceof CommanderError) return usageError(error, commands).facts;
  return unexpected(error).facts;
}

function unexpected(error: unknown): SluiceError {
  return new SluiceError({
    code: 'cli.unexpected',
    message: 'something failed that no command foresaw',
    seen: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    mend: 'run it again with NODE_DEBUG=sluice to see where, and report that',
    cause: error,
  });
}
