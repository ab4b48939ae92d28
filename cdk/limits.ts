import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { limitMisfits, type Misfit, quotaMisfits } from '../src/pipeline/estimate/misfits.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';

/** CloudFormation's limit on a template (its docs: quotas). */
const MAX_RESOURCES = 500;

/** Throws `deployment.over-limits` with all that AWS would refuse of these pipelines and of the stacks of the app. */
export function checkLimits(app: IConstruct, pipelines: readonly Pipeline[]): void {
  const breaches = [...pipelines.flatMap(limitBreaches), ...app.node.children.filter(Stack.isStack).flatMap(tooMany)];
  if (breaches.length > 0) throw overLimits(breaches);
}

/** Makes synthesis warn of what an account takes of a pipeline only with raised quotas. */
export function warnOfQuotas(stack: Stack, pipeline: Pipeline): void {
  for (const misfit of quotaMisfits(pipeline)) {
    Annotations.of(stack).addWarningV2(`sluice:quota:${misfit.where}`, textOf(misfit));
  }
}

function limitBreaches(pipeline: Pipeline): Misfit[] {
  return limitMisfits(pipeline).map((misfit) =>
    misfit.where === pipeline.name ? misfit : { ...misfit, where: `${pipeline.name}, ${misfit.where}` },
  );
}

function tooMany(stack: Stack): Misfit[] {
  const count = stack.node.findAll().filter(CfnResource.isCfnResource).length;
  if (count <= MAX_RESOURCES) return [];
  return [
    {
      where: stack.stackName,
      problem: `its stack has ${count} resources, over ${MAX_RESOURCES}`,
      mend: 'split the pipeline into two: each step takes five',
    },
  ];
}

function textOf({ where, problem, mend }: Misfit): string {
  return `${where}: ${problem}; ${mend}`;
}

function overLimits(breaches: readonly Misfit[]): SluiceError {
  return new SluiceError({
    code: 'deployment.over-limits',
    message: 'AWS would refuse this deployment',
    seen: breaches.map(textOf).join('\n'),
    mend: 'mend each as said beside it, then deploy again; nothing was deployed',
    details: breaches,
  });
}
