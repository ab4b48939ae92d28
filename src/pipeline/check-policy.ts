import { SluiceError } from '../errors/sluice-error.ts';
import type { Policy } from './policy.ts';

type Numbers = Omit<Policy, 'cache'>;

/** From and to, in whole numbers: what Lambda and Step Functions take (docs: their quotas). */
const LIMITS: { readonly [K in keyof Numbers]: readonly [from: number, to: number] } = {
  timeoutMs: [1, 900_000],
  memoryMb: [128, 10_240],
  retries: [0, 100],
  backoffMs: [0, 30_000],
};

/** Throws `pipeline.bad-policy`, with every limit that a step's policy breaks. */
export function checkPolicy(step: string, policy: Policy): void {
  const names = Object.keys(LIMITS) as (keyof Numbers)[];
  const broken = names.filter((name) => !isWithin(policy[name], LIMITS[name]));
  if (broken.length === 0) return;
  throw new SluiceError({
    code: 'pipeline.bad-policy',
    message: 'the policy of a step is out of range',
    seen: `${step}: ${broken.map((name) => `${name} ${policy[name]}`).join(', ')}`,
    allowed: broken.map((name) => `${name} ${LIMITS[name].join(' to ')}`).join(', '),
    mend: 'split the work into smaller steps where it needs more',
  });
}

function isWithin(value: number, [from, to]: readonly [number, number]): boolean {
  return Number.isInteger(value) && value >= from && value <= to;
}
