import { Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { satisfaction } from '../pipeline/example.ts';
import { deployedPipeline, deployedService } from './deployed.ts';
import { folds } from './rights/example.ts';

type Resource = { readonly Type: string; readonly Properties?: Readonly<Record<string, unknown>> };

/** A service with two pipelines, and with all that a deployment can have. */
function templatesOf(name: string): Template[] {
  const { service } = deployedService({ stage: 'prod', alertEmail: 'team@example.com', tokenApi: true }, name);
  const schedule = { expression: 'rate(1 day)', parameters: {} };
  const pipelines = [
    deployedPipeline(service, satisfaction, { schedule }),
    deployedPipeline(service, { ...folds, concurrency: 'replace' }),
  ];
  return [service, ...pipelines].map((stack) => Template.fromStack(stack));
}

/** Properties that are names of the resource itself; those of others are references. */
const NAME =
  /^(?:Name|RoleName|RuleName|\w*GroupName|StateMachineName|FunctionName|QueueName|TopicName|AlarmName|DashboardName|BucketName|TableName|LayerName|ExportName)$/;
/** Names that may repeat, or that stand within an API, role or function without a fixed name. */
const WITHIN = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGateway::Authorizer',
  'AWS::IAM::Policy',
  'AWS::Lambda::Permission',
]);

/** The fixed names of the resources and exports of templates, with their types. */
function fixedNames(templates: readonly Template[]): string[] {
  return templates.flatMap((template) => [
    ...Object.values(template.toJSON()['Resources'] as Record<string, Resource>).flatMap(namesOf),
    ...Object.values(template.findOutputs('*')).flatMap(({ Export }) => (Export ? [`export ${Export.Name}`] : [])),
  ]);
}

function namesOf({ Type, Properties = {} }: Resource): string[] {
  if (WITHIN.has(Type)) return [];
  return Object.entries(Properties).flatMap(([key, value]) =>
    NAME.test(key) && typeof value === 'string' ? [`${Type} ${value}`] : [],
  );
}

// Synthesised while the file loads: the first synthesis of a process takes seconds on a busy machine.
const names = Object.fromEntries(['sluice', 'sluice-dev'].map((name) => [name, fixedNames(templatesOf(name))]));

describe('two services in one account and region', () => {
  it('have no name in common', () => {
    expect(names['sluice']).not.toEqual([]);
    expect(names['sluice']!.filter((name) => names['sluice-dev']!.includes(name))).toEqual([]);
  });

  it('have as fixed names those alone by which commands find things', () => {
    expect(new Set(names['sluice-dev'])).toMatchSnapshot();
  });
});
