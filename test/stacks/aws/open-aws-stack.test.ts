import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand } from '@aws-sdk/client-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { silentObserver } from '../../../src/runs/run-observer.ts';
import { openAwsStack } from '../../../src/stacks/aws/open-aws-stack.ts';
import { fault, networkFault } from './sample-fault.ts';

const place = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'secret' } };
const deployed = {
  TableName: 'sluice-records',
  BucketName: 'sluice-artifacts',
  ApiId: 'abc',
  ApiUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/',
};

const count = step({ name: 'count', version: '1', inputs: {}, outputs: {}, run: () => ({}) });
const orders = pipeline('orders', { parameters: {} }, () => {
  count({}, {});
});

const cloudFormation = mockClient(CloudFormationClient);
const dynamodb = mockClient(DynamoDBClient);
beforeEach(() => describedAs(deployed));
afterEach(() => {
  cloudFormation.reset();
  dynamodb.reset();
});

function describedAs(outputs: Readonly<Record<string, string>>): void {
  cloudFormation.on(DescribeStacksCommand, { StackName: 'sluice' }).resolves({
    Stacks: [
      {
        StackName: 'sluice',
        CreationTime: new Date(0),
        StackStatus: 'UPDATE_COMPLETE',
        Outputs: Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue })),
      },
    ],
  });
}

describe('openAwsStack', () => {
  it('finds table, bucket and API by the outputs of the service', async () => {
    dynamodb.on(GetItemCommand).resolves({});

    const stack = await openAwsStack('aws', place);
    await stack.records.runs.get('a'.repeat(32));

    expect(stack.name).toBe('aws');
    expect(dynamodb.commandCalls(GetItemCommand)[0]!.args[0].input.TableName).toBe('sluice-records');
    expect(stack.artifacts.uri('runs/a')).toBe('s3://sluice-artifacts/runs/a');
    expect(stack.deployer.endpoint!.url).toBe('https://abc.execute-api.eu-west-1.amazonaws.com/v1');
    expect(stack.deployer.endpoint!.curlOptions).toContain('aws:amz:eu-west-1:execute-api');
    await stack.close();
  });

  it("calls an emulator's API under the emulator's own host", async () => {
    const { deployer } = await openAwsStack('localstack', { ...place, endpoint: 'http://127.0.0.1:4566' });
    expect(deployer.endpoint!.url).toBe('http://127.0.0.1:4566/restapis/abc/v1/_user_request_');
  });

  it.each(['TableName', 'BucketName', 'ApiUrl'] as const)('says that %s is missing', async (key) => {
    const { [key]: _missing, ...others } = deployed;
    describedAs(others);
    await expect(openAwsStack('aws', place)).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: `sluice: UPDATE_COMPLETE, without output ${key}` },
    });
  });

  it.each([
    [fault('ValidationError', 400), 'stack.not-deployed', 'sluice in eu-west-1: AWS said ValidationError'],
    [
      fault('CredentialsProviderError', 0),
      'aws.no-credentials',
      'CredentialsProviderError: AWS said CredentialsProviderError (DescribeStacks of sluice)',
    ],
    [networkFault('ECONNREFUSED'), 'aws.unavailable', 'connect ECONNREFUSED (DescribeStacks of sluice)'],
  ])('says why it cannot be opened: %s', async (error, code, seen) => {
    cloudFormation.on(DescribeStacksCommand).rejects(error);
    await expect(openAwsStack('aws', place)).rejects.toMatchObject({ code, facts: { seen } });
  });

  it('says that a pipeline is not deployed beside the service', async () => {
    cloudFormation.on(DescribeStacksCommand, { StackName: 'sluice-orders' }).rejects(fault('ValidationError', 400));
    const { orchestrator } = await openAwsStack('aws', place);
    const request = { pipeline: orders, parameters: {}, useCache: true };
    await expect(orchestrator.run(request, silentObserver)).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: 'sluice-orders in eu-west-1: AWS said ValidationError' },
    });
    expect(dynamodb.calls()).toHaveLength(0);
  });
});
