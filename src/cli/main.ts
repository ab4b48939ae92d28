import { join } from 'node:path';
import { openStack } from '../stacks/open-stack.ts';
import type { CommandContext } from './command-context.ts';
import { runCommandLine } from './run-command-line.ts';

const root = process.cwd();
const home = process.env['SLUICE_HOME'] || join(root, '.sluice');

const context: CommandContext = {
  root,
  home,
  isTerminal: process.stderr.isTTY === true,
  hasColor: process.stderr.isTTY === true && !process.env['NO_COLOR'],
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  openStack: (name) => openStack(name, { home, root }),
  untilInterrupted: () =>
    new Promise((resolve) => {
      process.once('SIGINT', resolve);
      process.once('SIGTERM', resolve);
    }),
};

process.exitCode = await runCommandLine(process.argv.slice(2), context);
