import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineAccount } from '../../../../src/stacks/aws/examine/examine-account.ts';
import { examineUndeployed } from '../../../../src/stacks/aws/examine/examine-undeployed.ts';
import { fault } from '../sample-fault.ts';

const cloudFormation = mockClient(CloudFormationClient);
const lambda = mockClient(LambdaClient);
const place = { region: 'eu-west-1' };

beforeEach(() => {
  cloudFormation.reset();
  lambda.reset();
  cloudFormation.on(DescribeStacksCommand).rejects(fault('ValidationError', 400));
  lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 10 } });
});

describe('examineAccount', () => {
  it('looks at the bootstrap and at the quota of functions, also where nothing is deployed', async () => {
    expect(await examineUndeployed(place)).toMatchObject([
      { part: 'bootstrap', state: 'warning' },
      { part: 'concurrency', state: 'warning' },
    ]);
  });

  it('warns of what it may not look at, and looks at the rest', async () => {
    lambda.on(GetAccountSettingsCommand).rejects(fault('AccessDeniedException', 403));

    const [bootstrap, concurrency] = await examineAccount(place, new CloudFormationClient(place));

    expect(bootstrap).toMatchObject({ part: 'bootstrap' });
    expect(concurrency).toMatchObject({
      part: 'concurrency',
      state: 'warning',
      says: expect.stringContaining('could not be looked at: AWS does not let this identity do that'),
    });
  });
});
