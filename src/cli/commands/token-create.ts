import type { Command } from 'commander';
import { parseDays } from '../arguments/parse-days.ts';
import { parseScopes } from '../arguments/parse-scopes.ts';
import { author } from '../author.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface CreateOptions {
  readonly scope: string;
  readonly days?: string;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice token create`: makes a token and shows it, once. */
export function addTokenCreate(token: Command, context: CommandContext): void {
  token
    .command('create')
    .description('make a token; it is shown once and kept nowhere')
    .argument('<name>', 'who or what bears it')
    .requiredOption('--scope <list>', 'what it is for: read, write, predict, promote, admin, with commas between')
    .option('--days <number>', 'how long it works (default: until it is revoked)')
    .option('--stack <name>', 'whose API (default: that of the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice token create web-shop --scope predict --days 90')
    .action((name: string, options: CreateOptions) => create(context, name, options));
}

async function create(context: CommandContext, name: string, options: CreateOptions): Promise<void> {
  const by = author();
  const wish = { name, scopes: parseScopes(options.scope), ...parseDays(options.days, by.atMs) };
  const { createToken } = await import('../../tracking/tokens/create-token.ts');
  const { writeNewToken } = await import('../report/write-new-token.ts');
  await withStack(context, options.stack, async ({ records, deployer }) => {
    const made = await createToken(records.tokens, wish, by);
    writeNewToken(context, made, { json: options.json === true, nowMs: by.atMs, url: deployer.tokenUrl });
  });
}
