import { ArnFormat, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Function } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { DefinitionBody, LogLevel, StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { checkDefinition } from '../src/pipeline/compile/check-definition.ts';
import { compile } from '../src/pipeline/compile/compile.ts';
import type { Pipeline } from '../src/pipeline/pipeline.ts';
import { explainWildcards } from './explain-wildcards.ts';
import { statementsOf, type Stores } from './rights/grant.ts';
import { machineRights } from './rights/rights-of.ts';

const STATES = { service: 'states', arnFormat: ArnFormat.COLON_RESOURCE_NAME };

interface MachineProps {
  readonly name: string;
  readonly pipeline: Pipeline;
  /** By step name. */
  readonly functions: Readonly<Record<string, Function>>;
  readonly begin: Function;
  readonly stores: Stores;
}

/** The state machine of a pipeline; synthesis fails with everything that Step Functions would not take of it. */
export function pipelineMachine(scope: Construct, id: string, props: MachineProps): StateMachine {
  const { name, pipeline, functions, begin, stores } = props;
  const versions = Object.entries(functions).map(([step, worker]) => [step, worker.currentVersion.functionArn]);
  const definition = compile(pipeline, {
    functions: Object.fromEntries(versions),
    begin: begin.currentVersion.functionArn,
    bucket: stores.bucket.bucketName,
  });
  const machine = new StateMachine(scope, id, {
    stateMachineName: name,
    definitionBody: DefinitionBody.fromString(Stack.of(scope).toJsonString(definition)),
    // Inputs hold parameters, which may be anybody's data.
    logs: { destination: errorLog(scope, `${id}Log`, name), level: LogLevel.ERROR, includeExecutionData: false },
    tracingEnabled: true,
  });
  machine.node.addValidation({ validate: () => checkDefinition(definition) });
  grantCalls(machine, [...Object.values(functions), begin]);
  grantMaps(machine, props);
  explainWildcards(machine);
  Validations.of(machine).acknowledge({
    id: 'AwsSolutions-SF1',
    reason: 'every step is in the records; the log tells of faults around them',
  });
  return machine;
}

/** The machine's ARN by its name, for what the machine itself depends on. */
export function machineArn(stack: Stack, name: string): string {
  return stack.formatArn({ ...STATES, resource: 'stateMachine', resourceName: name });
}

/** Lets a function stop executions of the machine of that name. */
export function grantStop(stack: Stack, stopper: Function, name: string): void {
  const resources = [executionArns(stack, `${name}:*`)];
  stopper.addToRolePolicy(new PolicyStatement({ actions: ['states:StopExecution'], resources }));
}

function executionArns(stack: Stack, resourceName: string): string {
  return stack.formatArn({ ...STATES, resource: 'execution', resourceName });
}

function grantCalls(machine: StateMachine, functions: readonly Function[]): void {
  // On every version: executions under way call older ones than the newest.
  const resources = functions.map((callee) => `${callee.functionArn}:*`);
  machine.addToRolePolicy(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources }));
}

/** A Distributed Map reads its indices from the bucket and runs its items as executions of the machine itself. */
function grantMaps(machine: StateMachine, { name, pipeline, stores }: MachineProps): void {
  const rights = machineRights(pipeline);
  if (rights.objects.length === 0) return;
  const stack = Stack.of(machine);
  const onItems = ['states:DescribeExecution', 'states:StopExecution'];
  // The first as AWS's guide to Distributed Maps asks for, the second as its executions are named.
  const items = [`${name}:*`, `${name}/*`].map((executions) => executionArns(stack, executions));
  const statements = [
    ...statementsOf(rights, stores),
    new PolicyStatement({ actions: ['states:StartExecution'], resources: [machineArn(stack, name)] }),
    new PolicyStatement({ actions: onItems, resources: items }),
  ];
  for (const statement of statements) machine.addToRolePolicy(statement);
}

/** Logs that a service of AWS writes have their own folder, whose names make no entry each in a policy of the account. */
function errorLog(scope: Construct, id: string, machine: string): LogGroup {
  return new LogGroup(scope, id, {
    logGroupName: `/aws/vendedlogs/states/${machine}`,
    retention: RetentionDays.ONE_MONTH,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}
