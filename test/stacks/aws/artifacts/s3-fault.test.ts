import { describe, expect, it } from 'vitest';
import { throwS3Fault } from '../../../../src/stacks/aws/artifacts/s3-fault.ts';
import { networkFault, thrownBy } from '../sample-fault.ts';
import { fault } from './sample-bucket.ts';

const place = 's3://artifacts/a';

const thrownFor = (error: unknown) => thrownBy(() => throwS3Fault(error, place));

describe('throwS3Fault', () => {
  it.each(['SlowDown', 'ServiceUnavailable', 'RequestTimeout', 'ConditionalRequestConflict', 'TimeoutError'])(
    'takes %s for something that passes',
    (name) => {
      expect(thrownFor(fault(name, 400))).toMatchObject({
        code: 'artifact.unavailable',
        transient: true,
        facts: { seen: `${name}: S3 said ${name} at s3://artifacts/a` },
      });
    },
  );

  it('takes any failure of the service itself for something that passes', () => {
    expect(thrownFor(fault('Unheard', 502))).toMatchObject({ code: 'artifact.unavailable', transient: true });
  });

  it('takes a network that is down for something that passes', () => {
    expect(thrownFor(networkFault('ECONNREFUSED'))).toMatchObject({ code: 'artifact.unavailable', transient: true });
  });

  it.each([
    ['AccessDenied', 403],
    ['Forbidden', 403],
    ['Unknown', 403],
  ])('says that %s is for want of rights', (name, status) => {
    expect(thrownFor(fault(name, status))).toMatchObject({ code: 'artifact.denied', transient: false });
  });

  it('leaves what is no matter of a key to what all services share', () => {
    expect(thrownFor(fault('ExpiredToken', 400))).toMatchObject({
      code: 'aws.credentials-refused',
      facts: { seen: 'ExpiredToken: S3 said ExpiredToken (s3://artifacts/a)' },
    });
  });

  it('says that there is no bucket', () => {
    expect(thrownFor(fault('NoSuchBucket', 404))).toMatchObject({ code: 'artifact.bucket-missing', transient: false });
  });

  it.each([fault('InvalidArgument', 400), new TypeError('a mistake'), 'no error'])('throws %s as it is', (error) => {
    expect(thrownFor(error)).toBe(error);
  });
});
