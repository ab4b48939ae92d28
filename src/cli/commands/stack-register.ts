import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Flavors } from '../../stacks/definitions/stack-definition.ts';
import type { CommandContext } from '../command-context.ts';

interface RegisterOptions extends Flavors {
  readonly home?: string;
  readonly region?: string;
  readonly profile?: string;
  readonly endpoint?: string;
  readonly json?: true;
}

/** `sluice stack register`: names a combination of flavors with their settings. */
export function addStackRegister(stack: Command, context: CommandContext): void {
  stack
    .command('register')
    .description('name a stack: one flavor of each component, and where they are')
    .argument('<name>', 'words of a-z and 0-9 joined by -')
    .requiredOption('--orchestrator <flavor>', 'in-process or step-functions')
    .requiredOption('--artifact-store <flavor>', 'files or s3')
    .requiredOption('--experiment-tracker <flavor>', 'sqlite (with files) or dynamodb (with s3)')
    .requiredOption('--model-deployer <flavor>', 'local or api-gateway')
    .option('--home <folder>', 'on this machine: where to keep records and artifacts, if not in .sluice')
    .option('--region <name>', 'on AWS: where the system is deployed, if not in AWS_REGION')
    .option('--profile <name>', 'on AWS: whose credentials, if not those of the environment')
    .option('--endpoint <url>', 'of an emulator, as http://127.0.0.1:4566')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Example:
  sluice stack register bucket-at-home --orchestrator in-process --artifact-store s3 \\
    --experiment-tracker dynamodb --model-deployer local --region eu-central-1`,
    )
    .action((name: string, options: RegisterOptions) => register(context, name, options));
}

async function register(context: CommandContext, name: string, options: RegisterOptions): Promise<void> {
  const { defineStack } = await import('../../stacks/definitions/define-stack.ts');
  const { changeStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { registerStack } = await import('../../stacks/definitions/stacks-document.ts');
  const { stackFacts } = await import('../report/stack-facts.ts');
  const { orchestrator, artifactStore, experimentTracker, modelDeployer, region, profile, endpoint } = options;
  // Commands find the folder again wherever they are called.
  const home = options.home === undefined ? undefined : resolve(context.root, options.home);
  const definition = defineStack(
    { orchestrator, artifactStore, experimentTracker, modelDeployer },
    { home, region, profile, endpoint },
  );
  const document = await changeStacks(context.home, (before) => registerStack(before, { name, definition }));
  if (options.json) return context.out(`${JSON.stringify(stackFacts(document, { name, definition }))}\n`);
  context.out(`registered stack ${name}; use it with --stack ${name}, or always: sluice stack set ${name}\n`);
}
