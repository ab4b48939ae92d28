import type { PipelineSchedule } from '../../stacks/schedules.ts';

/**
 * How long it stays as it was turned. CloudFormation looks at no rule whose template is unchanged, and writes one that
 * changed whole, with the state that the template has.
 */
export function whatADeploymentDoes({ enabled }: PipelineSchedule): string {
  return `it stays ${enabled ? 'on' : 'off'} until a deployment changes this schedule, which brings what cdk.json says;
to keep it so, say "enabled": ${enabled} beside its expression there, in "sluice:schedules"
`;
}
