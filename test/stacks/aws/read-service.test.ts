import { CloudFormationClient, DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { readService, serviceOf } from '../../../src/stacks/aws/read-service.ts';
import { fault } from './sample-fault.ts';

const mock = mockClient(CloudFormationClient);
const service = {
  name: 'sluice',
  id: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/sluice/1',
  status: 'UPDATE_COMPLETE',
  outputs: { TableName: 't', BucketName: 'b', ApiUrl: 'u', ApiId: 'i', Version: '1.2.3' },
};

afterEach(() => void mock.reset());

describe('serviceOf', () => {
  it('says where the service is, and its name where that is not the usual', () => {
    expect(serviceOf(service, '1.2.3')).toEqual({ region: 'eu-west-1' });
    expect(serviceOf({ ...service, name: 'platform' }, '1.2.3')).toEqual({ region: 'eu-west-1', service: 'platform' });
  });

  it.each([
    ['nothing', {}, 'with the outputs none', '`npx cdk deploy` made'],
    ['another application', { Url: 'u' }, 'with the outputs Url', '`npx cdk deploy` made'],
    ['a pipeline', { StateMachineArn: 'm', StartFunctionName: 's' }, 'StateMachineArn', 'the stack of one pipeline'],
  ])('refuses a stack of %s', (_what, outputs, seen, mend) => {
    expect(() => serviceOf({ ...service, outputs }, '1.2.3')).toThrow(
      expect.objectContaining({
        code: 'stack.not-a-service',
        facts: expect.objectContaining({ seen: expect.stringContaining(seen), mend: expect.stringContaining(mend) }),
      }),
    );
  });

  it.each([
    [service.outputs, '1.2.4', 'sluice: 1.2.3'],
    [{ ...service.outputs, Version: undefined }, '1.2.4', 'sluice: one that does not tell its version'],
  ])('refuses another version', (outputs, version, seen) => {
    const deployed = { ...service, outputs: outputs as Record<string, string> };
    expect(() => serviceOf(deployed, version)).toThrow(
      expect.objectContaining({
        code: 'stack.other-version',
        facts: expect.objectContaining({ seen, allowed: version }),
      }),
    );
  });
});

describe('readService', () => {
  it('says in which region there is no such stack', async () => {
    mock.on(DescribeStacksCommand).rejects(fault('ValidationError', 400));

    await expect(readService({ region: 'eu-west-1' }, 'nope', '1.2.3')).rejects.toMatchObject({
      code: 'stack.not-deployed',
      facts: { seen: expect.stringContaining('nope in eu-west-1') },
    });
  });

  it('tells what AWS refuses', async () => {
    mock.on(DescribeStacksCommand).rejects(fault('ExpiredToken', 403));

    await expect(readService({ region: 'eu-west-1' }, 'sluice', '1.2.3')).rejects.toMatchObject({
      code: 'aws.credentials-refused',
    });
  });
});
