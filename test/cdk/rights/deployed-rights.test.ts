import { describe, expect, it } from 'vitest';
import {
  authorizeRights,
  beginRights,
  finishRights,
  machineRights,
  predictRights,
  startRights,
  stepRights,
} from '../../../cdk/rights/rights-of.ts';
import type { Rights } from '../../../cdk/rights/rights.ts';
import { customerSatisfaction } from '../../../pipelines/customer-satisfaction/pipeline.ts';
import type { Pipeline } from '../../../src/pipeline/pipeline.ts';
import { deployedPipeline, deployedService } from '../deployed.ts';
import { folds } from './example.ts';
import { grantsByRole } from './granted.ts';

const { service } = deployedService();
const stacks = {
  [folds.name]: deployedPipeline(service, folds),
  [customerSatisfaction.name]: deployedPipeline(service, customerSatisfaction),
};

// Synthesised while the file loads: the first synthesis of a process takes seconds on a busy machine.
const granted = Object.fromEntries(Object.entries(stacks).map(([name, stack]) => [name, grantsByRole(stack)]));
const grantedToService = grantsByRole(service);
const grantedWithTokens = grantsByRole(deployedService({ tokenApi: true }).service);

const TRACES = ['xray:PutTelemetryRecords on *', 'xray:PutTraceSegments on *'];

/** What rights on the stores are as grants; who reads objects may hear which are missing. */
function onStores({ records, objects }: Rights): string[] {
  return [
    ...records.flatMap(({ actions, on }) =>
      actions.flatMap((action) => on.map((key) => `dynamodb:${action} on <Records> ${key}`)),
    ),
    ...objects.flatMap(({ actions, on }) =>
      actions.flatMap((action) => on.map((key) => `s3:${action} on <Artifacts>/${key}`)),
    ),
  ];
}

function ofFunction(id: string, rights: Rights, others: readonly string[] = []): string[] {
  const log = ['logs:CreateLogStream', 'logs:PutLogEvents'].map((action) => `${action} on <${id}Log>`);
  const list = rights.objects.length > 0 ? ['s3:ListBucket on <Artifacts>'] : [];
  return [...new Set([...log, ...TRACES, ...list, ...onStores(rights), ...others])].toSorted();
}

function expected(pipeline: Pipeline): Record<string, string[]> {
  const executions = `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:execution:sluice-${pipeline.name}:*`;
  const replaces = pipeline.concurrency === 'replace' ? [`states:StopExecution on ${executions}`] : [];
  const starts = ['sqs:SendMessage on <Undelivered>', 'states:StartExecution on <Machine>'];
  const steps = [...pipeline.steps.keys()].map((step) => {
    const id = `Step${step.replaceAll('-', '')}`;
    return [`${id}Role`, ofFunction(id, stepRights(pipeline, step))] as const;
  });
  return {
    ...Object.fromEntries(steps),
    BeginRole: ofFunction('Begin', beginRights(pipeline), replaces),
    StartRole: ofFunction('Start', startRights(pipeline), [...replaces, ...starts]),
  };
}

describe.each([folds, customerSatisfaction])('the deployed roles of $name', (pipeline) => {
  const { MachineRole, StartRole, ...others } = granted[pipeline.name]!;

  it('of every step and of begin may do what the graph says, no more and no less', () => {
    const { StartRole: _start, ...steps } = expected(pipeline);
    expect(others).toEqual(steps);
  });

  it('of start may do what the graph says, and look at executions when the answer to a start is lost', () => {
    const described = StartRole!.filter((grant) => grant.startsWith('states:DescribeExecution on '));
    expect(described).toHaveLength(1);
    expect(StartRole!.filter((grant) => !described.includes(grant))).toEqual(expected(pipeline)['StartRole']);
  });

  it('of the machine may call its own functions in every version, and nothing else', () => {
    const calls = MachineRole!.filter((grant) => grant.startsWith('lambda:'));
    const functions = ['Begin', ...[...pipeline.steps.keys()].map((step) => `Step${step.replaceAll('-', '')}`)];
    expect(calls).toEqual(functions.map((name) => `lambda:InvokeFunction on <${name}>:*`).toSorted());
  });

  it('of the machine may read indices and run items where a map is distributed', () => {
    const mapping = MachineRole!.filter((grant) => /^(s3|states):/.test(grant));
    const machine = (kind: string) => `arn:<AWS::Partition>:states:<AWS::Region>:<AWS::AccountId>:${kind}`;
    const items = [
      ...['/*', ':*'].map((any) => `states:DescribeExecution on ${machine('execution')}:sluice-folds${any}`),
      `states:StartExecution on ${machine('stateMachine')}:sluice-folds`,
      ...['/*', ':*'].map((any) => `states:StopExecution on ${machine('execution')}:sluice-folds${any}`),
    ];
    expect(mapping).toEqual(pipeline === folds ? [...onStores(machineRights(folds)), ...items] : []);
  });
});

describe('the deployed roles of the service', () => {
  it('may end runs, and answer what serves', () => {
    expect(grantedToService).toEqual({
      FinishRole: ofFunction('Finish', finishRights, ['sqs:SendMessage on <Unfinished>']),
      PredictRole: ofFunction('Predict', predictRights),
    });
  });

  it('may read tokens where the API asks for them, and nothing else of the records', () => {
    const { AuthorizeRole, ...others } = grantedWithTokens;
    expect(others).toEqual(grantedToService);
    expect(AuthorizeRole).toEqual(ofFunction('Authorize', authorizeRights));
    expect(AuthorizeRole!.filter((grant) => /dynamodb|s3/.test(grant))).toEqual([
      'dynamodb:GetItem on <Records> TOKEN#*',
    ]);
  });
});

describe('the rights of customer-satisfaction', () => {
  it('stay as they were looked at', () => {
    expect({ ...grantedToService, ...granted[customerSatisfaction.name] }).toMatchSnapshot();
  });
});
