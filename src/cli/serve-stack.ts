import { createApp } from '../api/app.ts';
import { serve } from '../api/serve.ts';
import type { Stack } from '../stacks/stack.ts';
import type { CommandContext } from './command-context.ts';
import { version } from './version.ts';

/**
 * Serves a stack's released models on the loopback until the user ends it; `serving` is told the URL first.
 * Throws `serve.port-in-use`, `serve.port-refused`.
 */
export async function serveStack(
  { err, untilInterrupted }: Pick<CommandContext, 'err' | 'untilInterrupted'>,
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  port: number,
  serving: (url: string) => void = () => undefined,
): Promise<void> {
  const server = await serve({ app: createApp({ records, artifacts, version }), port });
  serving(server.url);
  err(`serving on ${server.url} until Ctrl-C\n`);
  await untilInterrupted();
  await server.close();
}
