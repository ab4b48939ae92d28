import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import type { TokenFacts } from '../report/token-facts.ts';
import { withStack } from '../with-stack.ts';

interface ListOptions {
  readonly all?: true;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice token list`: the tokens that work, without their secrets. */
export function addTokenList(token: Command, context: CommandContext): void {
  token
    .command('list')
    .description('list the tokens that work, newest first')
    .option('--all', 'those that expired or were revoked, too')
    .option('--stack <name>', 'whose (default: those of the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice token list --all')
    .action((options: ListOptions) => list(context, options));
}

async function list(context: CommandContext, { all, stack, json }: ListOptions): Promise<void> {
  const { everyItem } = await import('../../tracking/pages/every-item.ts');
  const { tokenFacts } = await import('../report/token-facts.ts');
  const kept = await withStack(context, stack, ({ records: { tokens } }) =>
    Array.fromAsync(everyItem((page) => tokens.list(page))),
  );
  const facts = kept.map((token) => tokenFacts(token, Date.now()));
  const shown = facts.filter(({ state }) => all || state === 'active');
  if (json) return context.out(`${JSON.stringify({ tokens: shown })}\n`);
  context.out(shown.length === 0 ? nothing(facts.length) : await table(shown));
}

function nothing(ended: number): string {
  return ended === 0 ? 'no tokens yet\n' : 'no token works any more; --all lists those that did\n';
}

async function table(tokens: readonly TokenFacts[]): Promise<string> {
  const { formatColumns } = await import('../report/format-columns.ts');
  const rows = tokens.map(({ id, name, scopes, state, created, expires, createdBy }) => [
    id,
    name,
    scopes.join(','),
    state,
    day(created),
    expires === null ? 'never' : day(expires),
    createdBy,
  ]);
  return formatColumns(['id', 'name', 'scopes', 'state', 'created', 'expires', 'on the word of'], rows);
}

function day(time: string): string {
  return time.slice(0, 10);
}
