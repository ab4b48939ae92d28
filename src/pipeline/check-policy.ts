import { SluiceError } from '../errors/sluice-error.ts';
import { stepNodes, type GraphNode } from './graph.ts';
import type { Policy } from './policy.ts';

type Numbers = Omit<Policy, 'cache'>;
type Limit = keyof Numbers;

/** From and to, in whole numbers: what Lambda and Step Functions take (docs: their quotas). */
const LIMITS: { readonly [K in Limit]: readonly [from: number, to: number] } = {
  timeoutMs: [1, 900_000],
  memoryMb: [128, 10_240],
  retries: [0, 100],
  backoffMs: [0, 30_000],
};
const NAMES = Object.keys(LIMITS) as Limit[];

/** Throws `pipeline.bad-policy`, with every limit that the policy of any step breaks. */
export function checkPolicies(nodes: readonly GraphNode[]): void {
  const policies = new Map(stepNodes(nodes).map(({ step, policy }) => [step, policy]));
  const broken = [...policies].map(([step, policy]) => ({ step, policy, limits: brokenBy(policy) }));
  const limits = NAMES.filter((name) => broken.some((one) => one.limits.includes(name)));
  if (limits.length === 0) return;
  throw new SluiceError({
    code: 'pipeline.bad-policy',
    message: 'the policy of a step is out of range',
    seen: broken
      .filter((one) => one.limits.length > 0)
      .map(({ step, policy, limits: names }) => `${step}: ${names.map((name) => `${name} ${policy[name]}`).join(', ')}`)
      .join('; '),
    allowed: limits.map((name) => `${name} ${LIMITS[name].join(' to ')}`).join(', '),
    mend: 'split the work into smaller steps where it needs more',
  });
}

function brokenBy(policy: Policy): Limit[] {
  return NAMES.filter((name) => !isWithin(policy[name], LIMITS[name]));
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
