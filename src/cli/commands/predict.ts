import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface PredictOptions {
  readonly stack?: string;
  readonly data: string;
}

/** `sluice predict`: asks the version of a model that serves. */
export function addPredict(program: Command, context: CommandContext): void {
  program
    .command('predict')
    .description('ask a released model for predictions')
    .argument('<model>', 'name of the model')
    .requiredOption('--data <file|json>', 'the request: JSON as the endpoint takes it, or a .json or .csv file')
    .option('--stack <name>', 'whose model (default: the active one)')
    .option('--json', 'print errors as JSON too; the predictions always are')
    .addHelpText('after', `\nExample:\n  sluice predict rents --data '{"dataframe_records": [{"area": 70}]}'`)
    .action((model: string, options: PredictOptions) => predict(context, model, options));
}

async function predict(context: CommandContext, model: string, options: PredictOptions): Promise<void> {
  const { readData } = await import('../predict/read-data.ts');
  const { invokeModel, warningsIn } = await import('../predict/invoke-model.ts');
  const { body, contentType } = await readData(options.data);
  const answer = await withStack(context, options.stack, ({ deployer }) =>
    invokeModel(deployer, model, body, contentType),
  );
  for (const warning of warningsIn(answer)) context.err(`warning: ${warning}\n`);
  context.out(`${answer}\n`);
}
