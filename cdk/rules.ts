import { EventField, Rule, RuleTargetInput, Schedule as Times } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import { RUN_REQUESTED } from '../src/runs/run-input.ts';
import type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';

interface RuleProps {
  /** Where events go that cannot be handed over. */
  readonly undelivered: IQueue;
}

interface NewDataProps extends RuleProps {
  readonly start: Function;
  readonly pipeline: Pipeline;
  readonly bucket: Bucket;
}

/** Starts a run when an object arrives under `incoming/<pipeline>/`; the object is its first file parameter. */
export function startOnNewData(scope: Construct, { start, pipeline, bucket, undelivered }: NewDataProps): void {
  const parameter = Object.entries(pipeline.parameters).find(([, { kind }]) => kind === 'file')?.[0];
  if (parameter === undefined) return;
  const object = `s3://${EventField.fromPath('$.detail.bucket.name')}/${EventField.fromPath('$.detail.object.key')}`;
  const input = {
    event: EventField.eventId,
    trigger: { kind: 'new-data', object },
    parameters: { [parameter]: object },
  };
  new Rule(scope, 'NewData', {
    description: `New data for ${pipeline.name}`,
    eventPattern: {
      source: ['aws.s3'],
      detailType: ['Object Created'],
      detail: { bucket: { name: [bucket.bucketName] }, object: { key: [{ prefix: `incoming/${pipeline.name}/` }] } },
    },
    targets: [new LambdaFunction(start, { event: RuleTargetInput.fromObject(input), deadLetterQueue: undelivered })],
  });
}

/** Starts a run when anybody in the account sends an event that asks for one of this pipeline; its detail says what to run. */
export function startOnRequest(
  scope: Construct,
  { start, pipeline, undelivered }: RuleProps & Pick<NewDataProps, 'start' | 'pipeline'>,
): void {
  new Rule(scope, 'Requested', {
    description: `Runs of ${pipeline.name} that are asked for by an event`,
    eventPattern: { detailType: [RUN_REQUESTED], detail: { pipeline: [pipeline.name] } },
    targets: [new LambdaFunction(start, { deadLetterQueue: undelivered })],
  });
}

/** Starts a run at the times of a schedule, with its parameters; commands turn it off and on by its name. */
export function startOnSchedule(
  scope: Construct,
  { start, schedule, undelivered }: RuleProps & { readonly start: Function; readonly schedule: Schedule },
): Rule {
  const { expression, parameters, enabled = true } = schedule;
  const input = { event: EventField.eventId, trigger: { kind: 'schedule', rule: expression }, parameters };
  return new Rule(scope, 'Schedule', {
    enabled,
    schedule: Times.expression(expression),
    targets: [new LambdaFunction(start, { event: RuleTargetInput.fromObject(input), deadLetterQueue: undelivered })],
  });
}

/** Ends the run's record however its execution ended: aborts and timeouts reach no step. */
export function finishWhenEnded(
  scope: Construct,
  { finish, machine, undelivered }: RuleProps & { readonly finish: Function; readonly machine: StateMachine },
): void {
  new Rule(scope, 'Ended', {
    eventPattern: {
      source: ['aws.states'],
      detailType: ['Step Functions Execution Status Change'],
      detail: {
        stateMachineArn: [machine.stateMachineArn],
        status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'],
      },
    },
    targets: [new LambdaFunction(finish, { deadLetterQueue: undelivered })],
  });
}
