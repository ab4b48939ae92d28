import { describe, expect, it } from 'vitest';
import { awsClients } from '../../../src/stacks/aws/clients.ts';
import { throwAwsFault } from '../../../src/stacks/aws/aws-fault.ts';
import { fault, networkFault, thrownBy } from './sample-fault.ts';

const thrownFor = (error: unknown) => () => throwAwsFault(error, 'DescribeStacks sluice');
const coded = (code: string, transient = false) => expect.objectContaining({ code, transient });

describe('throwAwsFault', () => {
  it('says what AWS said, to what question, and keeps the error as the cause', () => {
    const error = fault('AccessDenied', 403);
    expect(thrownFor(error)).toThrow(
      expect.objectContaining({
        cause: error,
        facts: expect.objectContaining({
          code: 'aws.denied',
          seen: 'AccessDenied: AWS said AccessDenied (DescribeStacks sluice)',
        }),
      }),
    );
  });

  it.each(['CredentialsProviderError', 'TokenProviderError'])('says of %s that there are no credentials', (name) => {
    expect(thrownFor(Object.assign(new Error('Could not load'), { name }))).toThrow(coded('aws.no-credentials'));
  });

  it.each([
    ['ExpiredToken', 'CloudFormation', 403],
    ['ExpiredTokenException', 'DynamoDB and Step Functions', 400],
    ['InvalidAccessKeyId', 'S3', 403],
    ['InvalidClientTokenId', 'CloudFormation', 403],
    ['InvalidSignatureException', 'DynamoDB and Step Functions', 400],
    ['SignatureDoesNotMatch', 'S3 and CloudFormation', 403],
    ['UnrecognizedClientException', 'DynamoDB and Step Functions', 400],
  ])('takes %s of %s for refused credentials', (name, _services, status) => {
    expect(thrownFor(fault(name, status))).toThrow(coded('aws.credentials-refused'));
  });

  it.each([fault('AccessDeniedException', 400), fault('Unheard', 403)])('takes %s for want of rights', (error) => {
    expect(thrownFor(error)).toThrow(coded('aws.denied'));
  });

  it.each(['Region is missing', 'Region not accepted: region="eu west 1" is not a valid hostname component.'])(
    'takes “%s” for want of a region',
    (message) => {
      expect(thrownFor(new Error(message))).toThrow(coded('aws.no-region'));
    },
  );

  it.each([
    fault('Throttling', 400),
    fault('ThrottlingException', 400),
    fault('Unheard', 502),
    fault('TimeoutError', 0),
  ])('takes %s for something that passes', (error) => {
    expect(thrownFor(error)).toThrow(coded('aws.unavailable', true));
  });

  it('takes a network that is down for something that passes', () => {
    expect(thrownFor(networkFault('ENOTFOUND'))).toThrow(coded('aws.unavailable', true));
  });

  it('names an endpoint that is no URL', async () => {
    const asked = awsClients({ endpoint: 'nonsense', region: 'eu-west-1' }).sfn.config.endpoint!();
    await expect(asked.catch((error: unknown) => throwAwsFault(error, 'DescribeStacks'))).rejects.toMatchObject({
      code: 'aws.bad-endpoint',
      facts: { seen: 'nonsense (DescribeStacks)' },
    });
  });

  it('takes a success that is no answer of AWS for one of something else, in a line', () => {
    const error = Object.assign(fault('SyntaxError', 200), { message: 'Unexpected token\n  Deserialization error' });
    expect(thrownFor(error)).toThrow(
      expect.objectContaining({
        code: 'aws.bad-answer',
        facts: expect.objectContaining({ seen: 'SyntaxError: Unexpected token (DescribeStacks sluice)' }),
      }),
    );
  });

  it('looks for the network in what fetch gives as its cause, and tells it', () => {
    const failed = new TypeError('fetch failed', { cause: networkFault('ECONNREFUSED') });
    expect(thrownFor(failed)).toThrow(
      expect.objectContaining({
        code: 'aws.unavailable',
        facts: expect.objectContaining({
          seen: 'TypeError: fetch failed: connect ECONNREFUSED (DescribeStacks sluice)',
        }),
      }),
    );
  });

  it.each([fault('ValidationException', 400), new TypeError('a mistake'), 'no error at all'])(
    'throws on as it is: %s',
    (error) => {
      expect(thrownBy(thrownFor(error))).toBe(error);
    },
  );
});
