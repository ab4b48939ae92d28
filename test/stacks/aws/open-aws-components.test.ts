import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { SFNClient } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAwsComponents } from '../../../src/stacks/aws/open-aws-components.ts';

const CLIENTS = [CloudFormationClient, DynamoDBClient, S3Client, SFNClient];
const OUTPUTS = { TableName: 'records', BucketName: 'artifacts', ApiUrl: 'https://api.example/v1/' };
const place = { region: 'eu-west-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } };

const cloudFormation = mockClient(CloudFormationClient);
let destroyed: () => number[];
beforeEach(() => {
  const spies = CLIENTS.map((client) => vi.spyOn(client.prototype, 'destroy'));
  destroyed = () => spies.map(({ mock }) => mock.calls.length);
});
afterEach(() => {
  cloudFormation.reset();
  vi.restoreAllMocks();
});

function deployed(status: 'CREATE_COMPLETE' | 'CREATE_IN_PROGRESS', outputs: Readonly<Record<string, string>>): void {
  const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
  const stack = { StackName: 'sluice', StackStatus: status, CreationTime: new Date(0), Outputs };
  cloudFormation.on(DescribeStacksCommand).resolves({ Stacks: [stack] });
}

describe('openAwsComponents', () => {
  it('keeps its clients until it is closed', async () => {
    deployed('CREATE_COMPLETE', OUTPUTS);

    const components = await openAwsComponents(place);

    expect(components.artifacts.uri('key')).toBe('s3://artifacts/key');
    expect(destroyed()).toEqual([0, 0, 0, 0]);
    await components.close();
    expect(destroyed().every((times) => times > 0)).toBe(true);
  });

  it.each([
    ['another application', 'CREATE_COMPLETE', {}, 'stack.not-a-service'],
    ['one that is still on its way', 'CREATE_IN_PROGRESS', {}, 'stack.not-deployed'],
  ] as const)('leaves no client open when the stack is that of %s', async (_what, status, outputs, code) => {
    deployed(status, outputs);

    await expect(openAwsComponents(place)).rejects.toMatchObject({ code });

    expect(destroyed()).toEqual([1, 1, 1, 1]);
  });
});
