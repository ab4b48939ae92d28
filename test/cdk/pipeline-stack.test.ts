import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { PipelineStack } from '../../cdk/pipeline-stack.ts';
import { ServiceStack } from '../../cdk/service-stack.ts';
import type { StepNode } from '../../src/pipeline/graph.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import type { Schedule } from '../../src/pipeline/schedule/read-schedules.ts';
import type { RunSource } from '../../src/tracking/run-record.ts';
import { satisfaction } from '../pipeline/example.ts';
import { namesOf } from './names-of.ts';

const code = Code.fromInline('exports.handler = () => {}');

function deploy(pipeline: Pipeline, schedule?: Schedule) {
  const app = new App();
  const service = new ServiceStack(app, 'sluice', {
    sluiceStack: 'aws',
    code: { authorize: code, finish: code, predict: code },
  });
  return { app, service, stack: addPipeline(service, pipeline, schedule) };
}

function addPipeline(
  service: ServiceStack,
  pipeline: Pipeline,
  schedule?: Schedule,
  source?: RunSource,
): PipelineStack {
  const steps = Object.fromEntries([...pipeline.steps.keys()].map((step) => [step, code]));
  return new PipelineStack(service.node.root, `sluice-${pipeline.name}`, {
    service,
    pipeline,
    code: { begin: code, start: code, steps },
    source,
    ...(schedule === undefined ? {} : { schedule }),
  });
}

// Synthesised while the file loads: the first synthesis of a process takes seconds on a busy machine.
const template = Template.fromStack(deploy(satisfaction).stack);

describe('PipelineStack', () => {
  it('deploys a function a step, with the memory and time of its policy', () => {
    template.resourceCountIs('AWS::Lambda::Function', satisfaction.steps.size + 2);
    template.hasResourceProperties('AWS::Lambda::Function', {
      Description: 'Step train of pipeline satisfaction',
      MemorySize: 2_048,
      Timeout: 900,
    });
  });

  it('keeps the names of its resources, by which CloudFormation knows them', () => {
    expect(namesOf(template)).toMatchSnapshot();
  });

  it('compiles the graph to a state machine that calls published versions', () => {
    const [machine] = Object.values(template.findResources('AWS::StepFunctions::StateMachine'));
    const definition = JSON.stringify(machine!['Properties'].DefinitionString);
    expect(definition).toContain('\\"StartAt\\":\\"begin\\"');
    expect(definition).toMatch(/"Ref":"SteptrainCurrentVersion/);
  });

  it('keeps versions, which executions under way may still call', () => {
    template.allResources('AWS::Lambda::Version', Match.objectLike({ DeletionPolicy: 'Retain' }));
  });

  it('starts on new data, with the object as the first file parameter', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: {
        'detail-type': ['Object Created'],
        detail: { object: { key: [{ prefix: 'incoming/satisfaction/' }] } },
      },
    });
    expect(JSON.stringify(template.findResources('AWS::Events::Rule'))).toContain(
      String.raw`\"parameters\":{\"source\":`,
    );
  });

  it('starts when an event of any sender asks for a run of it, and hands on the whole of it', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { 'detail-type': ['Sluice Run Requested'], detail: { pipeline: ['satisfaction'] } },
      Targets: [Match.objectLike({ InputTransformer: Match.absent(), Input: Match.absent() })],
    });
  });

  it('names the rule of its schedule to commands, which turn it on and off, and deploys it off when told to', () => {
    const schedule = { expression: 'rate(1 day)', parameters: {}, enabled: false };
    const deployed = Template.fromStack(deploy(satisfaction, schedule).stack);

    deployed.hasResourceProperties('AWS::Events::Rule', { ScheduleExpression: 'rate(1 day)', State: 'DISABLED' });
    deployed.hasOutput('ScheduleRule', { Value: { Ref: Match.stringLikeRegexp('^Schedule') } });
    expect(Object.keys(template.findOutputs('ScheduleRule'))).toEqual([]);
  });

  it('starts on a schedule only when it is given one, with its parameters', () => {
    const expression = 'cron(0 3 * * ? *)';
    const scheduled = { ScheduleExpression: expression };
    const { stack } = deploy(satisfaction, { expression, parameters: { source: 's3://b/k.csv' } });
    const input = Match.stringLikeRegexp('"parameters":{"source":"s3://b/k.csv"}');
    Template.fromStack(stack).hasResourceProperties('AWS::Events::Rule', {
      ...scheduled,
      Targets: [Match.objectLike({ InputTransformer: Match.objectLike({ InputTemplate: input }) })],
    });
    template.resourcePropertiesCountIs('AWS::Events::Rule', scheduled, 0);
  });

  it('lets the function that starts runs look for an execution whose start was not answered', () => {
    template.hasResourceProperties('AWS::IAM::Policy', {
      PolicyName: Match.stringLikeRegexp('^Start'),
      PolicyDocument: Match.objectLike({
        Statement: Match.arrayWith([Match.objectLike({ Action: 'states:DescribeExecution', Effect: 'Allow' })]),
      }),
    });
  });

  it('lets the functions that start runs stop others only where newer runs replace them', () => {
    const statements = (deployed: Template) =>
      JSON.stringify(
        deployed.findResources('AWS::IAM::Policy', {
          Properties: { PolicyName: Match.stringLikeRegexp('^(Begin|Start)') },
        }),
      );
    const replacing = Template.fromStack(deploy({ ...satisfaction, concurrency: 'replace' }).stack);

    expect(statements(replacing).match(/states:StopExecution/g)).toHaveLength(2);
    expect(statements(replacing)).toContain(':execution:sluice-satisfaction:*');
    expect(statements(template)).not.toContain('states:StopExecution');
  });

  it('tells the functions that start runs, and the commands, which code was deployed', () => {
    const app = new App();
    const service = new ServiceStack(app, 'sluice', {
      sluiceStack: 'aws',
      code: { authorize: code, finish: code, predict: code },
    });
    const deployed = Template.fromStack(
      addPipeline(service, satisfaction, undefined, { commit: 'c0ffee', dirty: true }),
    );

    deployed.hasOutput('Source', { Value: 'c0ffee+dirty' });
    deployed.resourcePropertiesCountIs(
      'AWS::Lambda::Function',
      { Environment: { Variables: { SLUICE_SOURCE: 'c0ffee+dirty' } } },
      2,
    );
  });

  it('keeps events that cannot be handed over, and those that start could not handle', () => {
    const queue = { 'Fn::GetAtt': [Match.stringLikeRegexp('^Undelivered'), 'Arn'] };
    const rules = Object.values(template.findResources('AWS::Events::Rule'));
    const targets = rules.flatMap(({ Properties }) => Properties.Targets);
    expect(targets.map(({ DeadLetterConfig }) => DeadLetterConfig)).toEqual(
      targets.map(() => ({ Arn: { 'Fn::GetAtt': [expect.stringMatching(/^Undelivered/), 'Arn'] } })),
    );
    template.hasResourceProperties('AWS::Lambda::Function', { DeadLetterConfig: { TargetArn: queue } });
  });

  it('writes faults of the machine to a log, without what runs are given, and traces it', () => {
    template.hasResourceProperties('AWS::StepFunctions::StateMachine', {
      LoggingConfiguration: { Level: 'ERROR', IncludeExecutionData: false, Destinations: Match.anyValue() },
      TracingConfiguration: { Enabled: true },
    });
    template.hasResourceProperties('AWS::Logs::LogGroup', {
      LogGroupName: '/aws/vendedlogs/states/sluice-satisfaction',
      RetentionInDays: 30,
    });
  });

  it('alarms when runs fail or events are given up', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    const descriptions = alarms.map(({ Properties }) => Properties.AlarmDescription);
    expect(descriptions.toSorted()).toEqual([
      expect.stringMatching(/^Events of satisfaction were given up/),
      expect.stringMatching(/^Runs of satisfaction could not be started/),
      expect.stringMatching(/^Runs of satisfaction failed/),
      expect.stringMatching(/^Runs of satisfaction took longer/),
    ]);
    // The emulator takes alarms of one metric only.
    expect(alarms.every(({ Properties }) => typeof Properties.MetricName === 'string')).toBe(true);
  });

  it('records every end of an execution', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { detail: { status: ['SUCCEEDED', 'FAILED', 'TIMED_OUT', 'ABORTED'] } },
    });
  });

  it('does not synthesise what Step Functions would refuse, and names every pipeline with its problems', () => {
    const [first] = satisfaction.nodes;
    const longer = { ...(first as StepNode), id: 'n'.repeat(81) };
    const { app, service } = deploy({ ...satisfaction, nodes: [...satisfaction.nodes, longer] });
    addPipeline(service, { ...satisfaction, name: 'other', nodes: [...satisfaction.nodes, longer] });
    expect(() => app.synth()).toThrow(/sluice-satisfaction\/Machine.*\n.*sluice-other\/Machine/);
  });
});
