import { SluiceError } from '../../errors/sluice-error.ts';
import type { Finding } from '../../stacks/finding.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { examineArtifacts } from './examine-artifacts.ts';
import { examineLeftovers } from './examine-leftovers.ts';
import { examineNode } from './examine-node.ts';
import { examineRuns } from './examine-runs.ts';

/** What was looked at, and what was found. */
export interface Examination {
  readonly stack: string | null;
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
}

/** Looks at all that a stack stands on, the active one unless named; a fault that has a code is a finding. */
export async function examine(
  { openStack }: Pick<CommandContext, 'openStack'>,
  name: string | undefined,
  deep: boolean,
): Promise<Examination> {
  const findings = [examineNode(process.version)];
  let stack: Stack | undefined;
  findings.push(
    ...(await findingsOf('stack', async () => {
      stack = await openStack(name);
      const flavors = Object.values(stack.flavors).join(' + ');
      return [{ part: 'stack', state: 'good', says: `${stack.name} opens: ${flavors}` }];
    })),
  );
  if (stack) findings.push(...(await examineOpened(stack, deep)));
  const healthy = findings.every(({ state }) => state !== 'wrong');
  return { stack: stack?.name ?? name ?? null, healthy, findings };
}

async function examineOpened(stack: Stack, deep: boolean): Promise<Finding[]> {
  const { records, artifacts } = stack;
  const nowMs = Date.now();
  try {
    const own = await findingsOf('stack', () => stack.examine(deep));
    const leftovers = await findingsOf('leftovers', async () => [await examineLeftovers(artifacts, nowMs)]);
    // What is kept in records that are damaged would only say so again.
    if (own.some(({ part, state }) => part === 'records' && state === 'wrong')) return [...own, ...leftovers];
    const runs = await findingsOf('runs', () => examineRuns(records, nowMs));
    const kept = await findingsOf('artifacts', async () => [await examineArtifacts(stack, deep)]);
    return [...own, ...runs, ...kept, ...leftovers];
  } finally {
    await stack.close();
  }
}

async function findingsOf(part: string, look: () => Promise<readonly Finding[]>): Promise<readonly Finding[]> {
  try {
    return await look();
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    const { message, seen, mend } = error.facts;
    return [{ part, state: 'wrong', says: seen === undefined ? message : `${message}: ${seen}`, mend }];
  }
}
