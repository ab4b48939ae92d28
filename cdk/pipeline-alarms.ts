import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { alarm } from './alarm.ts';

export interface PipelineAlarmsProps {
  readonly pipeline: string;
  readonly machine: StateMachine;
  readonly start: Function;
  /** Events that neither started nor ended a run. */
  readonly undelivered: IQueue;
  readonly topic: ITopic;
}

/**
 * Alarms on one pipeline. A step that fails and succeeds when tried again is none: only its run counts. Each is of one
 * metric, for MiniStack takes no other.
 */
export function pipelineAlarms(
  scope: Construct,
  { pipeline, machine, start, undelivered, topic }: PipelineAlarmsProps,
): void {
  alarm(scope, 'FailedRuns', {
    description: `Runs of ${pipeline} failed. \`sluice runs\` and \`sluice show RUN\` say why.`,
    metric: machine.metricFailed(),
    above: 0,
    topic,
  });
  alarm(scope, 'LateRuns', {
    description: `Runs of ${pipeline} took longer than they may. \`sluice show RUN\` says at which step they were.`,
    metric: machine.metricTimedOut(),
    above: 0,
    topic,
  });
  alarm(scope, 'StartErrors', {
    description: `Runs of ${pipeline} could not be started at once; Lambda tries again. See the log of the function Start.`,
    metric: start.metricErrors(),
    above: 0,
    topic,
  });
  alarm(scope, 'UndeliveredEvents', {
    description: `Events of ${pipeline} were given up. Mend the cause, then send what the queue Undelivered holds again.`,
    metric: undelivered.metricApproximateNumberOfMessagesVisible(),
    above: 0,
    topic,
  });
}
