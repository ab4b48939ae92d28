import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { ServiceStack, type ServiceStackProps } from '../../cdk/service-stack.ts';
import { namesOf } from './names-of.ts';

const code = Code.fromInline('exports.handler = () => {}');

function deployed(props: Partial<ServiceStackProps> = {}): Template {
  const functions = { authorize: code, finish: code, predict: code };
  return Template.fromStack(new ServiceStack(new App(), 'sluice', { sluiceStack: 'aws', code: functions, ...props }));
}

const template = deployed();
const prod = deployed({ stage: 'prod', alertEmail: 'team@example.com' });

describe('ServiceStack', () => {
  it('tells the version that it was deployed by', () => {
    template.hasOutput('Version', { Value: Match.stringLikeRegexp('^\\d+\\.\\d+\\.\\d+') });
  });

  it('keeps the names of its resources, by which CloudFormation knows them', () => {
    expect(namesOf(template)).toMatchSnapshot();
  });

  it('keeps the data of prod when it goes, and that of dev does not outlive it', () => {
    for (const type of ['AWS::S3::Bucket', 'AWS::DynamoDB::Table']) {
      prod.hasResource(type, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
      template.hasResource(type, { DeletionPolicy: 'Delete' });
    }
  });

  it('lets what was removed from prod by mistake be restored', () => {
    const [bucket] = Object.values(prod.findResources('AWS::S3::Bucket'));
    const [table] = Object.values(prod.findResources('AWS::DynamoDB::Table'));
    expect(bucket!['Properties'].VersioningConfiguration).toEqual({ Status: 'Enabled' });
    expect(table!['Properties']).toMatchObject({
      DeletionProtectionEnabled: true,
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    });
  });

  it('has a private, encrypted bucket that tells EventBridge of new objects and forgets uploads given up', () => {
    template.hasResourceProperties('AWS::S3::Bucket', {
      NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
      BucketEncryption: Match.anyValue(),
      LifecycleConfiguration: {
        Rules: [
          {
            Status: 'Enabled',
            AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            NoncurrentVersionExpiration: { NoncurrentDays: 30 },
            ExpiredObjectDeleteMarker: true,
          },
        ],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    });
  });

  it('refuses requests to the bucket that are not over TLS', () => {
    template.hasResourceProperties('AWS::S3::BucketPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
        ]),
      },
    });
  });

  it('has the table that the record store expects', () => {
    template.hasResourceProperties('AWS::DynamoDB::Table', {
      KeySchema: [
        { AttributeName: 'pk', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      GlobalSecondaryIndexes: [Match.objectLike({ IndexName: 'byValue', Projection: { ProjectionType: 'KEYS_ONLY' } })],
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
    });
  });

  it('answers nobody whom IAM does not know', () => {
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
    expect(methods.map(({ Properties }) => Properties.AuthorizationType)).toEqual(methods.map(() => 'AWS_IAM'));
    expect(methods).not.toHaveLength(0);
  });

  it('tells every function its stores, and the name that its stack has in run records', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    const variables = functions.map(({ Properties }) => Properties.Environment.Variables);
    expect(variables).toEqual(
      functions.map(() => expect.objectContaining({ SLUICE_STACK: 'aws', SLUICE_TABLE: expect.anything() })),
    );
    expect(variables).toHaveLength(2);
  });

  it('keeps an end of a run that could not be recorded, and tells of it', () => {
    template.hasResourceProperties('AWS::Lambda::Function', {
      DeadLetterConfig: { TargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Unfinished'), 'Arn'] } },
    });
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'ApproximateNumberOfMessagesVisible',
      Threshold: 0,
    });
  });

  it('sends every alarm to a topic that the alarms of this account may publish to', () => {
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm'));
    const toTopic = [{ Ref: expect.stringMatching(/^Alerts/) }];
    expect(alarms.map(({ Properties }) => Properties.AlarmActions)).toEqual(alarms.map(() => toTopic));
    template.hasResourceProperties('AWS::SNS::TopicPolicy', {
      PolicyDocument: {
        Statement: Match.arrayWith([
          Match.objectLike({
            Effect: 'Allow',
            Principal: { Service: 'cloudwatch.amazonaws.com' },
            Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
          }),
        ]),
      },
    });
  });

  it('writes to the address it is given, and to none unless it is', () => {
    prod.hasResourceProperties('AWS::SNS::Subscription', { Protocol: 'email', Endpoint: 'team@example.com' });
    template.resourceCountIs('AWS::SNS::Subscription', 0);
  });

  it('traces every function, and keeps its log for a month', () => {
    const functions = Object.values(template.findResources('AWS::Lambda::Function'));
    expect(functions.map(({ Properties }) => Properties.TracingConfig)).toEqual(
      functions.map(() => ({ Mode: 'Active' })),
    );
    const logs = Object.values(template.findResources('AWS::Logs::LogGroup'));
    expect(logs.map(({ Properties }) => Properties.RetentionInDays)).toEqual(functions.map(() => 30));
  });

  it('draws the API and the runs of every pipeline', () => {
    const [dashboard] = Object.values(template.findResources('AWS::CloudWatch::Dashboard'));
    const body = JSON.stringify(dashboard!['Properties'].DashboardBody);
    for (const metric of ['ExecutionsSucceeded', 'ExecutionsTimedOut', '5XXError', 'p95', 'AsyncEventAge']) {
      expect(body).toContain(metric);
    }
  });
});
