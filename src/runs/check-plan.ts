import { isDeepStrictEqual } from 'node:util';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Manifest } from '../pipeline/manifest.ts';
import { planOf } from '../pipeline/plan.ts';
import type { PlannedStep, RunRecord } from '../tracking/run-record.ts';

/**
 * Throws `run.other-plan` for a run that was planned by another version of its pipeline than the one that is about to
 * run it: steps that it waits for would never come, and nobody would be told.
 */
export function checkPlan({ plan }: Pick<RunRecord, 'plan'>, { nodes }: Pick<Manifest, 'nodes'>): void {
  const deployed = planOf(nodes);
  if (isDeepStrictEqual(plan, deployed)) return;
  throw new SluiceError({
    code: 'run.other-plan',
    message: 'the pipeline is deployed in another version than the one that planned this run',
    seen: namesOf(plan),
    allowed: namesOf(deployed),
    mend: 'deploy it again (npx cdk deploy --all, or npm run localstack), or run the commit that is deployed',
  });
}

/** With inputs: the steps may be the same and be joined otherwise. */
function namesOf(plan: readonly PlannedStep[]): string {
  return plan.map((step) => `${step.node}(${sourcesOf(step).join(', ')})`).join(', ');
}

function sourcesOf({ inputs }: PlannedStep): string[] {
  return Object.values(inputs).map(({ node, output }) => `${node}.${output}`);
}
