import type { Command } from 'commander';
import { parseDays } from '../arguments/parse-days.ts';
import { parseDuration } from '../arguments/parse-duration.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface RotateOptions {
  readonly overlap?: string;
  readonly days?: string;
  readonly stack?: string;
  readonly json?: true;
}

/** `sluice token rotate`: gives a token another secret. */
export function addTokenRotate(token: Command, context: CommandContext): void {
  token
    .command('rotate')
    .description('give a token another secret; the one before ends at once')
    .argument('<token>', 'id of the token, or the token itself')
    .option('--overlap <duration>', 'let the secret before work on for so long: 10m, 1h')
    .option('--days <number>', 'how long the token works from now on (default: as before)')
    .option('--stack <name>', 'whose token (default: of the active one)')
    .option('--json', 'print one JSON document')
    .addHelpText('after', '\nExample:\n  sluice token rotate 0d5f1c9a2b7e --overlap 1h')
    .action((word: string, options: RotateOptions) => rotate(context, word, options));
}

async function rotate(context: CommandContext, word: string, options: RotateOptions): Promise<void> {
  const nowMs = Date.now();
  const overlapMs = options.overlap === undefined ? 0 : parseDuration('--overlap', options.overlap);
  const rotation = { atMs: nowMs, overlapMs, ...parseDays(options.days, nowMs) };
  const { idOfToken } = await import('../../tracking/tokens/token-text.ts');
  const { rotateToken } = await import('../../tracking/tokens/rotate-token.ts');
  const { writeNewToken } = await import('../report/write-new-token.ts');
  await withStack(context, options.stack, async ({ records, deployer }) => {
    const made = await rotateToken(records.tokens, idOfToken(word), rotation);
    writeNewToken(context, made, { json: options.json === true, nowMs, url: deployer.tokenUrl });
  });
}
