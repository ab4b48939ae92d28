import type { Command } from 'commander';
import { parsePort } from '../arguments/parse-integer.ts';
import type { CommandContext } from '../command-context.ts';
import { withStack } from '../with-stack.ts';

interface ServeOptions {
  readonly stack?: string;
  readonly port: string;
  readonly tokens?: true;
  readonly json?: true;
}

/** `sluice serve`: serves the released models of a stack on this machine until Ctrl-C. */
export function addServe(program: Command, context: CommandContext): void {
  program
    .command('serve')
    .description('serve the released models on 127.0.0.1 until Ctrl-C')
    .option('--stack <name>', 'whose models (default: the active one)')
    .option('--port <number>', '0 takes a free one', '8080')
    .option('--tokens', 'answer only bearers of a token of the stack, as the deployed API for tokens does')
    .option('--json', 'print one JSON document with the URL once it serves')
    .addHelpText('after', '\nExample:\n  sluice serve --port 9000')
    .action((options: ServeOptions) => serve(context, options));
}

async function serve(context: CommandContext, options: ServeOptions): Promise<void> {
  const port = parsePort(options.port);
  const { serveStack } = await import('../serve-stack.ts');
  const serving = (url: string) => (options.json ? context.out(`${JSON.stringify({ url })}\n`) : undefined);
  await withStack(context, options.stack, (stack) =>
    serveStack(context, stack, { port, needsTokens: options.tokens === true, serving }),
  );
}
