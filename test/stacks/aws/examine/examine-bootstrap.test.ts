import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { examineBootstrap } from '../../../../src/stacks/aws/examine/examine-bootstrap.ts';
import { fault } from '../sample-fault.ts';

const client = new CloudFormationClient({ region: 'eu-west-1' });
const mock = mockClient(client);
const bootstrapped = (version: string | undefined) =>
  mock.on(DescribeStacksCommand, { StackName: 'CDKToolkit' }).resolves({
    Stacks: [
      {
        StackName: 'CDKToolkit',
        CreationTime: new Date(0),
        StackStatus: 'CREATE_COMPLETE',
        Outputs: version === undefined ? [] : [{ OutputKey: 'BootstrapVersion', OutputValue: version }],
      },
    ],
  });

beforeEach(() => void mock.reset());

describe('examineBootstrap', () => {
  it('tells the version of the bootstrap', async () => {
    bootstrapped('21');

    expect(await examineBootstrap(client)).toEqual({ part: 'bootstrap', state: 'good', says: 'version 21' });
  });

  it.each([['5'], [undefined]])('warns of one that is too old: %s', async (version) => {
    bootstrapped(version);

    expect(await examineBootstrap(client)).toMatchObject({
      state: 'warning',
      says: expect.stringContaining(`version ${version ?? 0}, 6 is needed`),
      mend: expect.stringContaining('npx cdk bootstrap'),
    });
  });

  it('warns where there is none, and names the region', async () => {
    mock.on(DescribeStacksCommand).rejects(fault('ValidationError', 400));

    expect(await examineBootstrap(client)).toMatchObject({
      state: 'warning',
      says: expect.stringContaining('not bootstrapped in eu-west-1'),
    });
  });

  it('does not take a refusal for a stack that is missing', async () => {
    mock.on(DescribeStacksCommand).rejects(fault('AccessDenied', 403));

    await expect(examineBootstrap(client)).rejects.toMatchObject({ code: 'aws.denied' });
  });
});
