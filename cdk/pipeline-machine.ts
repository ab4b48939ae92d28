import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { DefinitionBody, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { checkDefinition } from '../src/pipeline/compile/check-definition.ts';
import { compile } from '../src/pipeline/compile/compile.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';

const STATES = { service: 'states', arnFormat: ArnFormat.COLON_RESOURCE_NAME };

interface MachineProps {
  readonly name: string;
  readonly pipeline: Pipeline;
  /** By step name. */
  readonly functions: Readonly<Record<string, Function>>;
  readonly begin: Function;
  readonly bucket: Bucket;
}

/** The state machine of a pipeline; synthesis fails with everything that Step Functions would not take of it. */
export function pipelineMachine(scope: Construct, id: string, props: MachineProps): StateMachine {
  const { name, pipeline, functions, begin, bucket } = props;
  const versions = Object.entries(functions).map(([step, worker]) => [step, worker.currentVersion.functionArn]);
  const definition = compile(pipeline, {
    functions: Object.fromEntries(versions),
    begin: begin.currentVersion.functionArn,
    bucket: bucket.bucketName,
  });
  const machine = new StateMachine(scope, id, {
    stateMachineName: name,
    definitionBody: DefinitionBody.fromString(Stack.of(scope).toJsonString(definition)),
  });
  machine.node.addValidation({ validate: () => checkDefinition(definition) });
  grantCalls(machine, [...Object.values(functions), begin]);
  grantMaps(machine, name, bucket);
  return machine;
}

/** The machine's ARN by its name, for what the machine itself depends on. */
export function machineArn(stack: Stack, name: string): string {
  return stack.formatArn({ ...STATES, resource: 'stateMachine', resourceName: name });
}

/** Lets a function stop executions of the machine of that name. */
export function grantStop(stack: Stack, stopper: Function, name: string): void {
  const resources = [stack.formatArn({ ...STATES, resource: 'execution', resourceName: `${name}:*` })];
  stopper.addToRolePolicy(new PolicyStatement({ actions: ['states:StopExecution'], resources }));
}

function mapRunArns(stack: Stack, name: string): string {
  return stack.formatArn({ ...STATES, resource: 'execution', resourceName: `${name}/*` });
}

function grantCalls(machine: StateMachine, functions: readonly Function[]): void {
  // On every version: executions under way call older ones than the newest.
  const resources = functions.map((callee) => `${callee.functionArn}:*`);
  machine.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
}

/** A Distributed Map reads its indices from the bucket and runs its items as executions of the machine itself. */
function grantMaps(machine: StateMachine, name: string, bucket: Bucket): void {
  const stack = Stack.of(machine);
  bucket.grantRead(machine, 'runs/*/indices/*');
  machine.addToRolePolicy(
    new PolicyStatement({
      actions: ['states:StartExecution', 'states:DescribeExecution', 'states:StopExecution'],
      resources: [machineArn(stack, name), mapRunArns(stack, name)],
    }),
  );
}
