import { describe, expect, it } from 'vitest';
import { withoutAccount } from '../../localstack/without-account.ts';

describe('withoutAccount', () => {
  it('leaves out all that AWS reads of a shell, and nothing else', () => {
    const shell = {
      AWS_PROFILE: 'my-account',
      AWS_SESSION_TOKEN: 't',
      AWS_ENDPOINT_URL_S3: 'https://s3',
      PATH: '/bin',
    };

    const left = { ...shell, ...withoutAccount(shell) };

    expect(left).toEqual({ PATH: '/bin' });
    expect(Object.keys(withoutAccount(shell))).toHaveLength(3);
  });
});
