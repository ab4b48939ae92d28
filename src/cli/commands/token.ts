import type { Command } from 'commander';
import type { CommandContext } from '../command-context.ts';
import { addTokenCreate } from './token-create.ts';
import { addTokenList } from './token-list.ts';
import { addTokenRevoke } from './token-revoke.ts';
import { addTokenRotate } from './token-rotate.ts';

/** `sluice token`: who may call the API without credentials of AWS. */
export function addToken(program: Command, context: CommandContext): void {
  const token = program
    .command('token')
    .description('tokens by which programs call the API, each for what its scopes say')
    .addHelpText('after', '\nExample:\n  sluice token list');
  addTokenCreate(token, context);
  addTokenList(token, context);
  addTokenRotate(token, context);
  addTokenRevoke(token, context);
}
