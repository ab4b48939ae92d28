import { inspect } from 'node:util';
import { createApp } from '../api/app.ts';
import { bearerAuthentication } from '../api/bearer-authentication.ts';
import { serve } from '../api/serve.ts';
import { formatError } from '../errors/format-error.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Stack } from '../stacks/stack.ts';
import { everyItem } from '../tracking/pages/every-item.ts';
import type { RegistryStore } from '../tracking/record-store.ts';
import type { CommandContext } from './command-context.ts';
import { version } from './version.ts';

interface ServeOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Whether only bearers of the stack's tokens are answered. */
  readonly needsTokens?: boolean;
  /** Told the URL before anything else. */
  readonly serving?: (url: string) => void;
}

/**
 * Serves a stack's released models on the loopback until the user ends it.
 * Throws `serve.port-in-use`, `serve.port-refused`.
 */
export async function serveStack(
  { err, untilInterrupted }: Pick<CommandContext, 'err' | 'untilInterrupted'>,
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  { port, needsTokens = false, serving = () => undefined }: ServeOptions,
): Promise<void> {
  const report = (fault: unknown) => err(`${formatFault(fault)}\n`);
  const isEmpty = await isNothingReleased(records.registry);
  const authentication = needsTokens ? { authenticate: bearerAuthentication(records.tokens, Date.now) } : {};
  const app = createApp({ records, artifacts, version, report, ...authentication });
  const server = await serve({ app, port });
  try {
    serving(server.url);
    const interrupted = untilInterrupted(); // before it is said how
    if (isEmpty) err('nothing is released yet: what a run releases is served at once\n');
    if (needsTokens) err('answering bearers of a token: `sluice token create NAME --scope predict` makes one\n');
    err(`serving on ${server.url} until Ctrl-C\n`);
    await interrupted;
  } finally {
    await server.close();
  }
}

async function isNothingReleased(registry: RegistryStore): Promise<boolean> {
  for await (const model of everyItem((page) => registry.models(page))) {
    if (await registry.release(model)) return false;
  }
  return true;
}

/** A fault that Sluice knows in words; of any other the stack is all there is to go by. */
function formatFault(fault: unknown): string {
  return SluiceError.is(fault) ? formatError(fault.facts) : inspect(fault);
}
