import { join } from 'node:path';
import { openStack } from '../stacks/open-stack.ts';
import type { CommandContext } from './command-context.ts';
import { hasColor } from './has-color.ts';
import { interruptsOf, SIGNALS } from './interrupts.ts';
import { openOutput } from './output.ts';
import { runCommandLine } from './run-command-line.ts';

const root = currentFolder();
const home = process.env['SLUICE_HOME'] || join(root, '.sluice');

const isTerminal = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb';
const { out, err } = openOutput(process.stdout, process.stderr, () => {
  process.exitCode = 1;
});

const interrupts = interruptsOf(process);
const context: CommandContext = {
  root,
  home,
  isTerminal,
  hasColor: hasColor(process.env, isTerminal),
  out,
  err,
  openStack: (name) => openStack(name, { home, root }),
  onInterrupt: interrupts.onInterrupt,
  untilInterrupted: () =>
    new Promise((resolve) => {
      for (const signal of SIGNALS) process.once(signal, resolve);
    }),
};

const exitCode = await runCommandLine(process.argv.slice(2), context);
const signalCode = interrupts.exitCode();
if (signalCode !== undefined) process.exit(signalCode); // not waiting for what a stopped step still does
process.exitCode ??= exitCode;

function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return '.'; // it was removed under the shell: what a command looks for in it is then said to be missing
  }
}
