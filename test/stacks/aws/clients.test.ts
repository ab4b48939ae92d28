import { describe, expect, it } from 'vitest';
import { awsClients } from '../../../src/stacks/aws/clients.ts';

const emulator = {
  endpoint: 'http://127.0.0.1:4566',
  region: 'eu-west-1',
  credentials: { accessKeyId: 'test', secretAccessKey: 'secret' },
};

describe('awsClients', () => {
  it.each(['cloudFormation', 'dynamodb', 's3', 'sfn'] as const)('makes %s speak to the place', async (service) => {
    const { config } = awsClients(emulator)[service];

    expect(await config.region()).toBe('eu-west-1');
    expect(await config.credentials()).toMatchObject(emulator.credentials);
    expect(await config.endpoint!()).toMatchObject({ hostname: '127.0.0.1', port: 4566, protocol: 'http:' });
  });

  it("reaches an emulator's buckets by path, and those of AWS by their names", () => {
    expect(awsClients(emulator).s3.config.forcePathStyle).toBe(true);
    expect(awsClients({ region: 'eu-west-1' }).s3.config.forcePathStyle).toBe(false);
  });
});
