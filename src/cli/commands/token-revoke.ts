import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface RevokeOptions {
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice token revoke`: ends a token for ever. */
export function addTokenRevoke(token: Command, context: CommandContext): void {
  token
    .command('revoke')
    .description('end a token for ever; behind API Gateway it is refused within 30 s')
    .argument('<token>', 'id of the token, or the token itself')
    .option('--stack <name>', 'whose token (default: of the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice token revoke 0d5f1c9a2b7e')
    .action((word: string, options: RevokeOptions) => revoke(context, word, options));
}

async function revoke(context: CommandContext, word: string, { stack, json }: RevokeOptions): Promise<void> {
  const nowMs = Date.now();
  const { idOfToken } = await import('../../tracking/tokens/token-text.ts');
  const { revokeToken } = await import('../../tracking/tokens/revoke-token.ts');
  const { tokenFacts } = await import('../report/token-facts.ts');
  const token = await withStack(context, stack, ({ records }) => revokeToken(records.tokens, idOfToken(word), nowMs));
  if (json) return context.out(`${JSON.stringify(tokenFacts(token, nowMs))}\n`);
  context.out(`token ${token.id} of ${token.name} is revoked\n`);
}
