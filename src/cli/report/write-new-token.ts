import type { NewToken } from '../../tracking/tokens/create-token.ts';
import type { CommandContext } from '../command-context.ts';
import { tokenFacts } from './token-facts.ts';

interface Showing {
  readonly json: boolean;
  readonly nowMs: number;
  /** Where it can be used; undefined where nobody asks for it yet. */
  readonly url: string | undefined;
}

/** Shows a new secret, this once: alone on the standard output, so that a script can take it, what it is beside it. */
export function writeNewToken(
  { out, err }: Pick<CommandContext, 'out' | 'err'>,
  { token, text }: NewToken,
  { json, nowMs, url }: Showing,
): void {
  const facts = tokenFacts(token, nowMs);
  if (json) return out(`${JSON.stringify({ ...facts, token: text, url: url ?? null })}\n`);
  const { id, name, scopes, expires, overlapUntil } = facts;
  const end = expires === null ? 'it never expires' : `it expires ${minute(expires)}`;
  err(`token ${id} of ${name}, for ${scopes.join(', ')}; ${end}\n`);
  if (overlapUntil !== null) err(`the secret before works until ${minute(overlapUntil)}\n`);
  err(`${use(url)}\nkeep it now: it is not shown again\n`);
  out(`${text}\n`);
}

function use(url: string | undefined): string {
  if (url !== undefined) return `send it to ${url} in a header: Authorization: Bearer TOKEN`;
  return 'nothing asks for it yet: `sluice serve --tokens` does, and a service deployed with -c sluice:tokenApi=true';
}

function minute(time: string): string {
  return `${time.slice(0, 16).replace('T', ' ')} UTC`;
}
