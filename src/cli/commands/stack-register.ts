import { resolve } from 'node:path';
import type { Command } from 'commander';
import { SluiceError } from '../../errors/sluice-error.ts';
import { type AskedSettings, nameOf } from '../../stacks/definitions/define-stack.ts';
import {
  type Component,
  FLAVORS,
  type Flavors,
  type StackDefinition,
} from '../../stacks/definitions/stack-definition.ts';
import type { CommandContext } from '../command-context.ts';

const COMPONENTS = Object.keys(FLAVORS) as Component[];

interface RegisterOptions extends Partial<Flavors>, AskedSettings {
  readonly fromStack?: string;
  readonly set?: true;
  readonly json?: true;
}

/** `sluice stack register`: names a combination of flavors with their settings. */
export function addStackRegister(stack: Command, context: CommandContext): void {
  stack
    .command('register')
    .description('name a stack: what is deployed on AWS, or one flavor of each component, and where they are')
    .argument('<name>', 'words of a-z and 0-9 joined by -')
    .option('--from-stack <name>', 'the CloudFormation stack of a deployed service, as sluice')
    .option('--orchestrator <flavor>', 'in-process or step-functions')
    .option('--artifact-store <flavor>', 'files or s3')
    .option('--experiment-tracker <flavor>', 'sqlite (with files) or dynamodb (with s3)')
    .option('--model-deployer <flavor>', 'local or api-gateway')
    .option('--home <folder>', 'on this machine: where to keep records and artifacts, if not in .sluice')
    .option('--region <name>', 'on AWS: where the system is deployed, if not in AWS_REGION')
    .option('--profile <name>', 'on AWS: whose credentials, if not those of the environment')
    .option('--endpoint <url>', 'of an emulator, as http://127.0.0.1:4566')
    .option('--service <name>', 'on AWS: CloudFormation stack of the service, if not sluice; --from-stack says it')
    .option('--set', 'make it the one that commands use without --stack, too')
    .option('--json', 'print one JSON document')
    .addHelpText(
      'after',
      `
Examples:
  sluice stack register prod --from-stack sluice --region eu-central-1 --profile work --set
  sluice stack register bucket-at-home --orchestrator in-process --artifact-store s3 \\
    --experiment-tracker dynamodb --model-deployer local --region eu-central-1`,
    )
    .action((name: string, options: RegisterOptions) => register(context, name, options));
}

async function register(context: CommandContext, name: string, options: RegisterOptions): Promise<void> {
  const { changeStacks } = await import('../../stacks/definitions/stacks-file.ts');
  const { registerStack, setStack } = await import('../../stacks/definitions/stacks-document.ts');
  const { stackFacts } = await import('../report/stack-facts.ts');
  const definition = await (options.fromStack === undefined
    ? define(context, options)
    : read(options.fromStack, options));
  const document = await changeStacks(context.home, (before) => {
    const after = registerStack(before, { name, definition });
    return options.set ? setStack(after, name) : after;
  });
  if (options.json) return context.out(`${JSON.stringify(stackFacts(document, { name, definition }))}\n`);
  const use = options.set
    ? 'commands without --stack now use it'
    : `use it with --stack ${name}, or always: sluice stack set ${name}`;
  context.out(`registered stack ${name}; ${use}\n`);
}

async function define({ root }: CommandContext, options: RegisterOptions): Promise<StackDefinition> {
  const { defineStack } = await import('../../stacks/definitions/define-stack.ts');
  const { region, profile, endpoint, service } = options;
  // Commands find the folder again wherever they are called.
  const home = options.home === undefined ? undefined : resolve(root, options.home);
  return defineStack(everyFlavor(options), { home, region, profile, endpoint, service });
}

/** What is deployed, with other flavors where they are asked for. Throws `cli.usage`, `stack.*` and `aws.*`. */
async function read(stack: string, options: RegisterOptions): Promise<StackDefinition> {
  const { defineStack } = await import('../../stacks/definitions/define-stack.ts');
  const { BUILT_IN_STACKS } = await import('../../stacks/definitions/built-in-stacks.ts');
  const { flavorsOf } = await import('../../stacks/definitions/stack-definition.ts');
  const { placeOf } = await import('../../stacks/definitions/place-of.ts');
  const { readService } = await import('../../stacks/aws/read-service.ts');
  const { version } = await import('../version.ts');
  const { home, profile, endpoint, service } = options;
  if (service !== undefined) throw namedTwice(stack, service);
  const flavors = { ...flavorsOf(BUILT_IN_STACKS['aws']!), ...givenFlavors(options) };
  defineStack(flavors, { home, profile, endpoint }); // refuses what is asked for before it asks AWS
  const found = await readService(placeOf(options), stack, version);
  return defineStack(flavors, { profile, endpoint, ...found });
}

function namedTwice(stack: string, service: string): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: '--from-stack and --service both name the stack of the service',
    seen: `--from-stack ${stack} --service ${service}`,
    allowed: 'one of them: --from-stack reads what is deployed, --service takes it as said',
    mend: `leave out --service ${service}`,
  });
}

function givenFlavors(options: RegisterOptions): Partial<Flavors> {
  const given = COMPONENTS.flatMap((component) => {
    const flavor = options[component];
    return flavor === undefined ? [] : [[component, flavor] as const];
  });
  return Object.fromEntries(given);
}

function everyFlavor(options: RegisterOptions): Flavors {
  const given = givenFlavors(options);
  const missing = COMPONENTS.filter((component) => given[component] === undefined).map(nameOf);
  if (missing.length === 0) return given as Flavors;
  throw new SluiceError({
    code: 'cli.usage',
    message: 'a stack needs a flavor of each component, or a deployed stack to take them from',
    seen: `neither --from-stack nor ${missing.map((name) => `--${name}`).join(', ')}`,
    allowed: 'sluice stack register <name> --from-stack sluice, or all four flavors',
    mend: '`sluice stack register --help` says what it takes',
  });
}
