import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { PipelineSchedule } from '../../schedules.ts';
import { throwAwsFault } from '../aws-fault.ts';

/** The rule behind a pipeline's schedule as it now is; undefined when somebody has removed it. Throws `aws.*`. */
export async function findRule(
  client: EventBridgeClient,
  pipeline: string,
  rule: string,
): Promise<PipelineSchedule | undefined> {
  const { DescribeRuleCommand } = await import('@aws-sdk/client-eventbridge');
  try {
    const { ScheduleExpression = '', State } = await client.send(new DescribeRuleCommand({ Name: rule }));
    return { pipeline, expression: ScheduleExpression, enabled: State === 'ENABLED' };
  } catch (error) {
    return isGone(error) ? undefined : throwAwsFault(error, `DescribeRule of ${rule}`);
  }
}

interface Turn {
  readonly pipeline: string;
  readonly rule: string;
  readonly to: 'on' | 'off';
}

/** Turns a rule on or off. Throws `schedule.not-deployed`, `aws.*`. */
export async function turnRule(client: EventBridgeClient, { pipeline, rule, to }: Turn): Promise<void> {
  const { DisableRuleCommand, EnableRuleCommand } = await import('@aws-sdk/client-eventbridge');
  const asked = { Name: rule };
  try {
    await (to === 'on' ? client.send(new EnableRuleCommand(asked)) : client.send(new DisableRuleCommand(asked)));
  } catch (error) {
    if (isGone(error)) throw ruleGone(pipeline, rule, error);
    throwAwsFault(error, `${to === 'on' ? 'EnableRule' : 'DisableRule'} of ${rule}`);
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && error.name === 'ResourceNotFoundException';
}

/** The error of a rule that somebody has removed. */
export function ruleGone(pipeline: string, rule: string, cause?: unknown): SluiceError {
  return noRule(pipeline, `the rule ${rule} is gone`, cause);
}

/** The error of a pipeline that has no schedule to turn; `seen` says what was looked for. */
export function noRule(pipeline: string, seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'schedule.not-deployed',
    message: `pipeline ${pipeline} is deployed without a schedule`,
    seen,
    mend: `give it one in cdk.json, "sluice:schedules": {"${pipeline}": "rate(1 day)"}, and deploy`,
    cause,
  });
}
