import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SluiceError } from '../../../errors/sluice-error.ts';
import type { PipelineSchedule } from '../../schedules.ts';
import { throwAwsFault } from '../aws-fault.ts';

/** The rule behind a pipeline's schedule as it now is. Throws `schedule.not-deployed`, `aws.*`. */
export async function readRule(client: EventBridgeClient, pipeline: string, rule: string): Promise<PipelineSchedule> {
  const { DescribeRuleCommand } = await import('@aws-sdk/client-eventbridge');
  const { ScheduleExpression = '', State } = await client
    .send(new DescribeRuleCommand({ Name: rule }))
    .catch((error: unknown) => throwRuleFault(error, 'DescribeRule', pipeline, rule));
  return { pipeline, expression: ScheduleExpression, enabled: State === 'ENABLED' };
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
  const sent = to === 'on' ? client.send(new EnableRuleCommand(asked)) : client.send(new DisableRuleCommand(asked));
  await sent.catch((error: unknown) =>
    throwRuleFault(error, to === 'on' ? 'EnableRule' : 'DisableRule', pipeline, rule),
  );
}

function throwRuleFault(error: unknown, action: string, pipeline: string, rule: string): never {
  const isGone = error instanceof Error && error.name === 'ResourceNotFoundException';
  if (isGone) throw noRule(pipeline, `the rule ${rule} is gone`, error);
  return throwAwsFault(error, `${action} of ${rule}`);
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
