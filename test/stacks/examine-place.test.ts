import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { examinePlace } from '../../src/stacks/examine-place.ts';
import { fault } from './aws/sample-fault.ts';

const cloudFormation = mockClient(CloudFormationClient);
const lambda = mockClient(LambdaClient);
const environment = { AWS_ENDPOINT_URL: 'http://127.0.0.1:4599' };

beforeEach(() => {
  cloudFormation.on(DescribeStacksCommand).rejects(fault('ValidationError', 400));
  lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 1_000 } });
});
afterEach(() => {
  cloudFormation.reset();
  lambda.reset();
});

describe('examinePlace', () => {
  it('looks at the account and region of a stack, wherever that is', async () => {
    const findings = await examinePlace('localstack', '/nowhere', environment);

    expect(findings.map(({ part, state }) => [part, state])).toEqual([
      ['bootstrap', 'warning'],
      ['concurrency', 'good'],
    ]);
    expect(findings[0]!.says).toContain('us-east-1');
  });

  it('has nothing to look at on this machine', async () => {
    expect(await examinePlace('local', '/nowhere', environment)).toEqual([]);
    expect(cloudFormation.calls()).toEqual([]);
  });
});
