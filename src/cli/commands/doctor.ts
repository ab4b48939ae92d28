import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-code.ts';

interface DoctorOptions {
  readonly stack?: string;
  readonly deep?: true;
  readonly json?: true;
}

/** `sluice doctor`: looks whether all that a stack stands on is in order. */
export function addDoctor(program: Command, context: CommandContext, exit: (code: ExitCode) => void): void {
  program
    .command('doctor')
    .description('look whether all is in order, and say how to mend what is not; ends with 1 when something is wrong')
    .option('--stack <name>', 'which one (default: the active one)')
    .option('--deep', 'look at every artifact and index, however long it takes')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice doctor --stack aws')
    .action(async (options: DoctorOptions) => exit(await doctor(context, options)));
}

async function doctor(context: CommandContext, { stack, deep, json }: DoctorOptions): Promise<ExitCode> {
  const { examine } = await import('../doctor/examine.ts');
  const { formatExamination } = await import('../doctor/format-examination.ts');
  const examination = await examine(context, stack, deep === true);
  context.out(json ? `${JSON.stringify(examination)}\n` : formatExamination(examination));
  return examination.healthy ? 0 : 1;
}
