import { CloudFormationClient, DescribeStacksCommand, type Stack } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { outputOf, readStack } from '../../../src/stacks/aws/deployment.ts';
import { fault, networkFault } from './sample-fault.ts';

const client = new CloudFormationClient({ region: 'eu-west-1' });
const mock = mockClient(client);

beforeEach(() => mock.reset());

function stack(changes: Partial<Stack>): Stack {
  return { StackName: 'sluice', CreationTime: new Date(0), StackStatus: 'CREATE_COMPLETE', ...changes };
}

describe('readStack', () => {
  it('gives outputs by their keys', async () => {
    mock
      .on(DescribeStacksCommand, { StackName: 'sluice' })
      .resolves({ Stacks: [stack({ Outputs: [{ OutputKey: 'TableName', OutputValue: 'records' }] })] });

    const deployed = await readStack(client, 'sluice');

    expect(outputOf(deployed, 'TableName')).toBe('records');
  });

  it.each([
    ['of a stack without outputs', stack({ StackStatus: 'ROLLBACK_COMPLETE' }), 'ROLLBACK_COMPLETE'],
    ['of another version', stack({ Outputs: [{ OutputKey: 'Other', OutputValue: '' }] }), 'CREATE_COMPLETE'],
  ])('says which output is missing %s', async (_case, described, status) => {
    mock.on(DescribeStacksCommand).resolves({ Stacks: [described] });
    const deployed = await readStack(client, 'sluice');
    expect(() => outputOf(deployed, 'TableName')).toThrow(
      expect.objectContaining({
        code: 'stack.not-deployed',
        facts: expect.objectContaining({ seen: `sluice: ${status}, without output TableName` }),
      }),
    );
  });

  it('says in which region there is no such stack', async () => {
    const missing = Object.assign(fault('ValidationError', 400), { message: 'Stack with id sluice does not exist' });
    mock.on(DescribeStacksCommand).rejects(missing);
    await expect(readStack(client, 'sluice')).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: 'sluice in eu-west-1: Stack with id sluice does not exist' },
      cause: missing,
    });
  });

  it('does not take an answer without a stack for one of CloudFormation', async () => {
    mock.on(DescribeStacksCommand).resolves({});
    await expect(readStack(client, 'sluice')).rejects.toMatchObject({
      code: 'aws.bad-answer',
      facts: { seen: expect.stringContaining('DescribeStacks of sluice') },
    });
  });

  it('says what AWS said, to what question', async () => {
    mock.on(DescribeStacksCommand).rejects(fault('AccessDenied', 403));
    await expect(readStack(client, 'sluice')).rejects.toMatchObject({
      facts: { seen: 'AccessDenied: AWS said AccessDenied (DescribeStacks of sluice)' },
    });
  });

  it.each([
    [fault('AccessDenied', 403), 'aws.denied'],
    [fault('ExpiredToken', 403), 'aws.credentials-refused'],
    [fault('InvalidClientTokenId', 403), 'aws.credentials-refused'],
    [fault('CredentialsProviderError', 0), 'aws.no-credentials'],
    [fault('Throttling', 400), 'aws.unavailable'],
    [fault('InternalFailure', 500), 'aws.unavailable'],
    [networkFault('ECONNREFUSED'), 'aws.unavailable'],
    [new Error('Region is missing'), 'aws.no-region'],
  ])('says what it means: %s', async (error, code) => {
    mock.on(DescribeStacksCommand).rejects(error);
    await expect(readStack(client, 'sluice')).rejects.toMatchObject({ code, cause: error });
  });
});
