import { CloudFormationClient, ListStackResourcesCommand } from '@aws-sdk/client-cloudformation';
import { AwsClient } from 'aws4fetch';
import type { EmulatedPlace } from '../../../localstack/cdk.ts';

/** A resource by its type and what it is called. */
export interface Resource {
  readonly type: string;
  readonly id: string;
}

interface Listing {
  readonly service: string;
  readonly path?: string;
  readonly target?: string;
  readonly action?: string;
  readonly version?: string;
}

/** How to ask for all there is of a type. */
const LISTINGS: Readonly<Record<string, Listing>> = {
  'AWS::ApiGateway::RestApi': { service: 'apigateway', path: '/restapis?limit=500' },
  'AWS::CloudWatch::Alarm': { service: 'monitoring', action: 'DescribeAlarms', version: '2010-08-01' },
  'AWS::CloudWatch::Dashboard': { service: 'monitoring', action: 'ListDashboards', version: '2010-08-01' },
  'AWS::DynamoDB::Table': { service: 'dynamodb', target: 'DynamoDB_20120810.ListTables' },
  'AWS::Events::Rule': { service: 'events', target: 'AWSEvents.ListRules' },
  'AWS::IAM::Role': { service: 'iam', action: 'ListRoles&MaxItems=1000', version: '2010-05-08' },
  'AWS::Lambda::Function': { service: 'lambda', path: '/2015-03-31/functions/?MaxItems=1000' },
  'AWS::Logs::LogGroup': { service: 'logs', target: 'Logs_20140328.DescribeLogGroups' },
  'AWS::S3::Bucket': { service: 's3', path: '/' },
  'AWS::SNS::Topic': { service: 'sns', action: 'ListTopics', version: '2010-03-31' },
  'AWS::SQS::Queue': { service: 'sqs', action: 'ListQueues', version: '2012-11-05' },
  'AWS::StepFunctions::StateMachine': { service: 'states', target: 'AWSStepFunctions.ListStateMachines' },
};

/** What goes with one of these, and has no list of its own. */
const PARTS = new Set([
  'AWS::ApiGateway::Deployment',
  'AWS::ApiGateway::Method',
  'AWS::ApiGateway::Resource',
  'AWS::ApiGateway::Stage',
  'AWS::CDK::Metadata',
  'AWS::IAM::Policy',
  'AWS::Lambda::Permission',
  'AWS::Lambda::Version',
  'AWS::S3::BucketPolicy',
  'AWS::SNS::TopicPolicy',
  'AWS::SQS::QueuePolicy',
]);

/** The resources of a deployed stack that can be looked for without it. */
export async function resourcesOf(place: EmulatedPlace, StackName: string): Promise<readonly Resource[]> {
  const client = new CloudFormationClient(place);
  const { StackResourceSummaries = [] } = await client.send(new ListStackResourcesCommand({ StackName }));
  client.destroy();
  return StackResourceSummaries.map(({ ResourceType, PhysicalResourceId }) => ({
    type: ResourceType!,
    id: PhysicalResourceId!,
  })).filter(({ type }) => !PARTS.has(type));
}

/** Those of these resources that are there, by what the services themselves list. */
export async function present(place: EmulatedPlace, resources: readonly Resource[]): Promise<readonly Resource[]> {
  const types = [...new Set(resources.map(({ type }) => type))];
  const listed = new Map(await Promise.all(types.map(async (type) => [type, await list(place, type)] as const)));
  return resources.filter(({ type, id }) => listed.get(type)!.includes(nameOf(id)));
}

async function list({ endpoint, region, credentials }: EmulatedPlace, type: string): Promise<string> {
  const listing = LISTINGS[type];
  if (!listing) throw new Error(`nobody knows how to list resources of type ${type}`);
  const { service, path = '/', target, action, version } = listing;
  const client = new AwsClient({ ...credentials, region, service });
  const form = action && { body: `Action=${action}&Version=${version}`, type: 'application/x-www-form-urlencoded' };
  const json = target && { body: '{}', type: 'application/x-amz-json-1.0' };
  const { body, type: contentType } = form || json || {};
  const headers = {
    ...(contentType ? { 'content-type': contentType } : {}),
    ...(target ? { 'x-amz-target': target } : {}),
  };
  const response = await client.fetch(`${endpoint}${path}`, {
    method: body ? 'POST' : 'GET',
    body: body ?? null,
    headers,
  });
  return response.text();
}

/** A queue is listed under another host than its stack knows. */
function nameOf(id: string): string {
  return id.startsWith('http') ? new URL(id).pathname : id;
}
