import type { Command } from 'commander';
import { commandOf, subcommandNames } from '../commands-by-words.ts';
import { unknownCommand } from '../unknown-command.ts';

/** `sluice help`: commander's own passes over a command that is not there. Throws `cli.unknown-command`. */
export function addHelp(program: Command): void {
  program
    .helpCommand(false)
    .command('help')
    .description('say what a command does and takes')
    .argument('[command...]', 'its words')
    .addHelpText('after', '\nExample:\n  sluice help run')
    .action((words: string[]) => help(program, words));
}

function help(program: Command, words: readonly string[]): void {
  for (const [index, word] of words.entries()) {
    const names = subcommandNames(commandOf(program, words.slice(0, index)));
    if (!names.includes(word)) throw unknownCommand(word, names);
  }
  commandOf(program, words).outputHelp();
}
