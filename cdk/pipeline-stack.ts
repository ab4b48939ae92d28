import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Code, Function } from 'aws-cdk-lib/aws-lambda';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { functionTimeoutMs } from '../src/pipeline/compile/task-state.ts';
import { stepNodes } from '../src/pipeline/graph.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import type { Schedule } from '../src/pipeline/schedule/read-schedules.ts';
import { variableReferences } from '../src/pipeline/variables.ts';
import { pipelineStackName, stepLogGroup } from '../src/stacks/aws/names.ts';
import type { RunSource } from '../src/tracking/run-record.ts';
import { encodeSource } from '../src/tracking/source-text.ts';
import { deadLetterQueue } from './dead-letter-queue.ts';
import { warnOfQuotas } from './limits.ts';
import { nodeFunction, type NodeFunctionProps } from './node-function.ts';
import { pipelineAlarms } from './pipeline-alarms.ts';
import { grantStop, machineArn, pipelineMachine } from './pipeline-machine.ts';
import { grant } from './rights/grant.ts';
import type { Rights } from './rights/rights.ts';
import { beginRights, startRights, stepRights } from './rights/rights-of.ts';
import { finishWhenEnded, startOnNewData, startOnRequest, startOnSchedule } from './rules.ts';
import type { ServiceStack } from './service-stack.ts';
import { grantVariables, referenceVariables } from './step-variables.ts';

/** Code of a pipeline's functions, as `bundlePipelines` gives it. */
export interface PipelineCode {
  readonly begin: Code;
  readonly start: Code;
  /** By step name. */
  readonly steps: Readonly<Record<string, Code>>;
}

export interface PipelineStackProps extends StackProps {
  /** What it shares with other pipelines; of the same app. */
  readonly service: ServiceStack;
  /** What `pipeline(…)` declared. */
  readonly pipeline: Pipeline;
  /** Of its functions, as `bundlePipelines` gives it. */
  readonly code: PipelineCode;
  /**
   * The commit of the code, for the records of its runs.
   * @default - unknown
   */
  readonly source?: RunSource | undefined;
  /**
   * When to run by itself.
   * @default - never
   */
  readonly schedule?: Schedule;
}

const DOOR_TIMEOUT_MS = 60_000;
const DOOR_MEMORY_MB = 512;

/** One pipeline: a function a step, the state machine that calls them, and what starts and ends its runs. */
export class PipelineStack extends Stack {
  /** Starts runs: the target for rules of your own, which hand it the event as it is. */
  readonly start: Function;
  readonly #props: PipelineStackProps;

  constructor(scope: Construct, id: string, props: PipelineStackProps) {
    super(scope, id, props);
    this.#props = props;
    const { service, pipeline, schedule } = props;
    const functions = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, this.#stepFunction(step)]));
    const machine = pipelineMachine(this, 'Machine', {
      name: this.#machineName,
      pipeline,
      functions,
      begin: this.#beginFunction(),
      stores: service,
    });
    const undelivered = deadLetterQueue(this, 'Undelivered');
    const start = this.#startFunction(undelivered);
    this.start = start;
    machine.grantStartExecution(start);
    machine.grantExecution(start, 'states:DescribeExecution'); // when the answer to a start is lost
    startOnNewData(this, { start, pipeline, bucket: service.bucket, undelivered });
    startOnRequest(this, { start, pipeline, undelivered });
    if (schedule !== undefined) {
      const { ruleName } = startOnSchedule(this, { start, schedule, undelivered });
      new CfnOutput(this, 'ScheduleRule', { value: ruleName });
    }
    finishWhenEnded(this, { finish: service.finish, machine, undelivered });
    pipelineAlarms(this, { pipeline: pipeline.name, machine, start, undelivered, topic: service.alerts });
    warnOfQuotas(this, pipeline);
    if (props.source) new CfnOutput(this, 'Source', { value: encodeSource(props.source) });
    new CfnOutput(this, 'Service', { value: service.stackName });
    new CfnOutput(this, 'StateMachineArn', { value: machine.stateMachineArn });
    new CfnOutput(this, 'StartFunctionName', { value: start.functionName });
    new CfnOutput(this, 'IncomingUri', { value: service.bucket.s3UrlForObject(`incoming/${pipeline.name}/`) });
  }

  #stepFunction(step: string): Function {
    const { service, pipeline, code } = this.#props;
    const policies = stepNodes(pipeline.nodes)
      .filter((node) => node.step === step)
      .map((node) => node.policy);
    const references = variableReferences(pipeline, step);
    const worker = nodeFunction(this, `Step-${step}`, {
      description: `Step ${step} of pipeline ${pipeline.name}`,
      code: code.steps[step]!,
      memoryMb: Math.max(...policies.map(({ memoryMb }) => memoryMb)),
      timeoutMs: functionTimeoutMs(policies),
      logGroupName: stepLogGroup(service.stackName, pipeline.name, step),
      environment: { ...service.variables, ...referenceVariables(references) },
    });
    grantVariables(worker, references);
    grant(worker, stepRights(pipeline, step), service);
    return worker;
  }

  #beginFunction(): Function {
    const { pipeline, code } = this.#props;
    const description = `Records that a run of ${pipeline.name} began`;
    return this.#door('Begin', { description, code: code.begin, rights: beginRights(pipeline) });
  }

  #startFunction(deadLetters: IQueue): Function {
    const { pipeline, code } = this.#props;
    const description = `Starts runs of ${pipeline.name}`;
    return this.#door('Start', { description, code: code.start, rights: startRights(pipeline), deadLetters });
  }

  /** The machine is told by its name: it depends on the function that begins its runs. */
  #doorVariables(): Readonly<Record<string, string>> {
    const { service, source } = this.#props;
    return {
      ...service.variables,
      SLUICE_STATE_MACHINE: machineArn(this, this.#machineName),
      ...(source ? { SLUICE_SOURCE: encodeSource(source) } : {}),
    };
  }

  get #machineName(): string {
    return pipelineStackName(this.#props.pipeline.name, this.#props.service.stackName);
  }

  #door(id: string, { rights, ...props }: DoorProps): Function {
    const { service, pipeline } = this.#props;
    const door = nodeFunction(this, id, {
      ...props,
      memoryMb: DOOR_MEMORY_MB,
      timeoutMs: DOOR_TIMEOUT_MS,
      environment: this.#doorVariables(),
    });
    grant(door, rights, service);
    if (pipeline.concurrency === 'replace') grantStop(this, door, this.#machineName);
    return door;
  }
}

interface DoorProps extends Pick<NodeFunctionProps, 'description' | 'code' | 'deadLetters'> {
  readonly rights: Rights;
}
