import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { describe, expect, it } from 'vitest';
import { ServiceStack } from '../../cdk/service-stack.ts';

const code = Code.fromInline('exports.handler = () => {}');
const template = Template.fromStack(
  new ServiceStack(new App(), 'sluice', { sluiceStack: 'aws', code: { finish: code, predict: code } }),
);

describe('ServiceStack', () => {
  it('tells the version that it was deployed by', () => {
    template.hasOutput('Version', { Value: Match.stringLikeRegexp('^\\d+\\.\\d+\\.\\d+') });
  });

  it('keeps a private bucket that tells EventBridge of new objects', () => {
    template.hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      Properties: {
        NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
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
});
