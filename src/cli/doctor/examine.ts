import { SluiceError } from '../../errors/sluice-error.ts';
import type { Finding } from '../../stacks/finding.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { CommandContext } from '../command-context.ts';
import { examineArtifacts } from './examine-artifacts.ts';
import { examineLeftovers } from './examine-leftovers.ts';
import { examineNode } from './examine-node.ts';
import { examineProject } from './examine-project.ts';
import { examineRuns } from './examine-runs.ts';

/** What was looked at, and what was found. */
export interface Examination {
  /** Null when the active one was meant and could not be told. */
  readonly stack: string | null;
  readonly healthy: boolean;
  readonly findings: readonly Finding[];
}

/** Looks at all that a stack stands on, the active one unless named; a fault that has a code is a finding. */
export async function examine(
  { openStack, home, root }: Pick<CommandContext, 'openStack' | 'home' | 'root'>,
  name: string | undefined,
  deep: boolean,
): Promise<Examination> {
  const here = [examineNode(process.version), await examineProject(root)];
  try {
    const stack = await openStack(name);
    return toExamination(stack.name, [...here, opens(stack), ...(await examineOpened(stack, deep))]);
  } catch (error) {
    const stack = toFinding('stack', error);
    return toExamination(name ?? null, [...here, stack, ...(await aroundIt(error, name, home))]);
  }
}

/** Of a stack that is not deployed, what stands in the way of deploying it. */
async function aroundIt(error: unknown, name: string | undefined, home: string): Promise<readonly Finding[]> {
  if (!SluiceError.is(error) || error.code !== 'stack.not-deployed') return [];
  const { examinePlace } = await import('../../stacks/examine-place.ts');
  return findingsOf('account', () => examinePlace(name, home));
}

function toExamination(stack: string | null, findings: readonly Finding[]): Examination {
  return { stack, healthy: findings.every(({ state }) => state !== 'wrong'), findings };
}

function opens({ name, flavors }: Stack): Finding {
  return { part: 'stack', state: 'good', says: `${name} opens: ${Object.values(flavors).join(' + ')}` };
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
    return [toFinding(part, error)];
  }
}

/** Throws an error that has no code: a mistake in Sluice is none of the stack's. */
function toFinding(part: string, error: unknown): Finding {
  if (!SluiceError.is(error)) throw error;
  const { message, seen, mend } = error.facts;
  return { part, state: 'wrong', says: seen === undefined ? message : `${message}: ${seen}`, mend };
}
