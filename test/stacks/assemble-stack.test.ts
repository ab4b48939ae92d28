import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { DynamoDBClient, GetItemCommand, QueryCommand } from '@aws-sdk/client-dynamodb';
import { GetAccountSettingsCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageDocument from '../../package.json' with { type: 'json' };
import { pipeline } from '../../src/pipeline/pipeline.ts';
import { step } from '../../src/pipeline/step.ts';
import { silentObserver } from '../../src/runs/run-observer.ts';
import { assembleStack } from '../../src/stacks/assemble-stack.ts';
import { BUILT_IN_STACKS } from '../../src/stacks/definitions/built-in-stacks.ts';
import type { AwsStackDefinition } from '../../src/stacks/definitions/stack-definition.ts';
import { fault, networkFault } from './aws/sample-fault.ts';

// An endpoint gets made-up credentials, so that none are looked for; all that is sent is answered here.
const onAws = {
  ...(BUILT_IN_STACKS['aws'] as AwsStackDefinition),
  region: 'eu-west-1',
  endpoint: 'http://127.0.0.1:4566',
};
const deployed = {
  TableName: 'sluice-records',
  BucketName: 'sluice-artifacts',
  ApiId: 'abc',
  ApiUrl: 'https://abc.execute-api.eu-west-1.amazonaws.com/v1/',
  Version: packageDocument.version,
};

const count = step({ name: 'count', version: '1', inputs: {}, outputs: {}, run: () => ({}) });
const orders = pipeline('orders', { parameters: {} }, () => {
  count({}, {});
});

const cloudFormation = mockClient(CloudFormationClient);
const dynamodb = mockClient(DynamoDBClient);
const lambda = mockClient(LambdaClient);
beforeEach(() => describedAs(deployed));
afterEach(() => {
  cloudFormation.reset();
  dynamodb.reset();
  lambda.reset();
});

function describedAs(outputs: Readonly<Record<string, string>>, name = 'sluice'): void {
  cloudFormation.on(DescribeStacksCommand, { StackName: name }).resolves({
    Stacks: [
      {
        StackName: name,
        CreationTime: new Date(0),
        StackStatus: 'UPDATE_COMPLETE',
        Outputs: outputsOf(outputs),
      },
    ],
  });
}

const place = { home: '/nowhere', root: '/nowhere' };
const open = (changes: Partial<AwsStackDefinition> = {}) =>
  assembleStack({ name: 'team', definition: { ...onAws, ...changes } }, place);

describe('assembleStack on AWS', () => {
  it('finds table, bucket and API by the outputs of the service', async () => {
    dynamodb.on(GetItemCommand).resolves({});

    const stack = await open();
    await stack.records.runs.get('a'.repeat(32));

    expect(stack.name).toBe('team');
    expect(dynamodb.commandCalls(GetItemCommand)[0]!.args[0].input.TableName).toBe('sluice-records');
    expect(stack.artifacts.uri('runs/a')).toBe('s3://sluice-artifacts/runs/a');
    expect(stack.deployer.endpoint!.curlOptions).toContain('aws:amz:eu-west-1:execute-api');
    await stack.close();
  });

  it("calls an emulator's API under the emulator's own host, with credentials that open nothing", async () => {
    const asked: unknown[] = [];
    cloudFormation.on(DescribeStacksCommand).callsFake(async (_input, client: () => CloudFormationClient) => {
      asked.push(await client().config.credentials());
      return { Stacks: [{ StackName: 'sluice', Outputs: outputsOf(deployed) }] };
    });

    const { deployer } = await open();

    expect(deployer.endpoint!.url).toBe('http://127.0.0.1:4566/restapis/abc/v1/_user_request_');
    expect(asked).toMatchObject([{ accessKeyId: 'test', secretAccessKey: 'test' }]);
  });

  it('calls the API of AWS by its URL, and asks for the profile that is named', async () => {
    const asked: unknown[] = [];
    cloudFormation.on(DescribeStacksCommand).callsFake(async (_input, client: () => CloudFormationClient) => {
      asked.push(client().config.profile);
      return { Stacks: [{ StackName: 'sluice', Outputs: outputsOf(deployed) }] };
    });
    const { endpoint: _endpoint, ...definition } = onAws;

    const { deployer } = await assembleStack({ name: 'team', definition: { ...definition, profile: 'team' } }, place);

    expect(deployer.endpoint!.url).toBe('https://abc.execute-api.eu-west-1.amazonaws.com/v1');
    expect(asked).toEqual(['team']);
  });

  it('serves by itself what is kept on AWS when its deployer is local', async () => {
    dynamodb.on(GetItemCommand).resolves({}).on(QueryCommand).resolves({});
    const { deployer, flavors } = await open({ orchestrator: 'in-process', modelDeployer: 'local' });

    const answer = await deployer.invoke('satisfaction', '{"instances": []}', 'application/json');

    expect(flavors).toEqual({
      orchestrator: 'in-process',
      artifactStore: 's3',
      experimentTracker: 'dynamodb',
      modelDeployer: 'local',
    });
    expect(deployer.endpoint).toBeUndefined();
    expect(JSON.parse(answer.body)).toMatchObject({ error_code: 'predict.nothing-released' });
  });

  it.each([
    ['TableName', 'stack.not-a-service', 'with the outputs BucketName, ApiId, ApiUrl, Version'],
    ['BucketName', 'stack.not-a-service', 'with the outputs TableName, ApiId, ApiUrl, Version'],
    ['ApiId', 'stack.not-deployed', 'without output ApiId'],
  ] as const)('says that %s is missing', async (key, code, seen) => {
    const { [key]: _missing, ...others } = deployed;
    describedAs(others);
    await expect(open()).rejects.toMatchObject({ code, facts: { seen: `sluice: UPDATE_COMPLETE, ${seen}` } });
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
    await expect(open()).rejects.toMatchObject({ code, facts: { seen } });
  });

  it('is examined by what CloudFormation and Lambda say of it', async () => {
    describedAs({ BootstrapVersion: '30' }, 'CDKToolkit');
    lambda.on(GetAccountSettingsCommand).resolves({ AccountLimit: { ConcurrentExecutions: 1_000 } });

    const findings = await (await open()).examine(false);
    expect(findings.map(({ part, state }) => `${part}: ${state}`)).toEqual([
      'credentials: good',
      'deployment: good',
      'version: good',
      'bootstrap: good',
      'concurrency: good',
    ]);
  });

  it('starts no run where another version is deployed', async () => {
    describedAs({ ...deployed, Version: '99.0.0' });
    const { orchestrator } = await open();
    const request = { pipeline: orders, parameters: {}, useCache: true };
    await expect(orchestrator.run(request, silentObserver)).rejects.toMatchObject({
      code: 'stack.other-version',
      facts: { seen: 'sluice: 99.0.0', allowed: packageDocument.version },
    });
    expect(dynamodb.calls()).toHaveLength(0);
  });

  it('says that a pipeline is not deployed beside the service', async () => {
    cloudFormation.on(DescribeStacksCommand, { StackName: 'sluice-orders' }).rejects(fault('ValidationError', 400));
    const { orchestrator } = await open();
    const request = { pipeline: orders, parameters: {}, useCache: true };
    await expect(orchestrator.run(request, silentObserver)).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: 'sluice-orders in eu-west-1: AWS said ValidationError' },
    });
    expect(dynamodb.calls()).toHaveLength(0);
  });
});

function outputsOf(outputs: Readonly<Record<string, string>>) {
  return Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
}
