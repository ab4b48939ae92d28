import { debuglog } from 'node:util';
import { type Command, CommanderError } from 'commander';
import { toErrorDocument } from '../errors/error-document.ts';
import { formatError } from '../errors/format-error.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { CommandContext } from './command-context.ts';
import { exitCodeOfError, type ExitCode } from './exit-code.ts';
import { createProgram } from './program.ts';
import { usageError } from './usage-error.ts';

const debug = debuglog('sluice');

/** Runs one command from its words; errors are told on `err`, with `--json` on `out` as a document too, never thrown. */
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
    const document = toErrorDocument(coded(error, program, words));
    context.err(`${formatError(document)}\n`);
    if (words.includes('--json')) context.out(`${JSON.stringify({ error: document })}\n`);
    return exitCodeOfError(document.code);
  }
}

function coded(error: unknown, program: Command, words: readonly string[]): SluiceError {
  if (SluiceError.is(error)) return error;
  return error instanceof CommanderError ? usageError(error, program, words) : unexpected(error);
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
