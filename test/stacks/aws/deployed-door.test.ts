import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { openDeployedDoor } from '../../../src/stacks/aws/deployed-door.ts';
import { body } from './artifacts/sample-bucket.ts';
import { manifest } from './orders-manifest.ts';

const environment = { SLUICE_STACK: 'aws', SLUICE_TABLE: 'records' };
const s3 = mockClient(S3Client);
afterEach(() => s3.reset());

describe('openDeployedDoor', () => {
  it('starts runs of the pipeline on the stack that the environment names', () => {
    expect(openDeployedDoor(environment, manifest)).toMatchObject({ stack: 'aws', manifest });
  });

  it('says of runs which code was deployed', () => {
    const door = openDeployedDoor({ ...environment, SLUICE_SOURCE: 'c0ffee+dirty' }, manifest);
    expect(door.source).toEqual({ commit: 'c0ffee', dirty: true });
    expect(openDeployedDoor(environment, manifest).source).toBeUndefined();
  });

  it('can stop executions where newer runs replace older ones, and only there', () => {
    const machine = { ...environment, SLUICE_STATE_MACHINE: 'arn:machine' };
    expect(openDeployedDoor(machine, { ...manifest, concurrency: 'replace' }).stopExecution).toBeDefined();
    expect(openDeployedDoor(machine, { ...manifest, concurrency: 'queue' }).stopExecution).toBeUndefined();
  });

  it('leaves a file where it lies in S3', async () => {
    s3.on(GetObjectCommand, { Bucket: 'lake', Key: 'orders.csv' }).resolves({ Body: body([Buffer.from('one')]) });
    const placed = await openDeployedDoor(environment, manifest).placeFile('source', 's3://lake/orders.csv');
    expect(placed).toMatchObject({ file: { uri: 's3://lake/orders.csv', sizeBytes: 3 } });
  });

  it('refuses a path: a function has no files of a caller', async () => {
    const placed = openDeployedDoor(environment, manifest).placeFile('source', 'orders.csv');
    await expect(placed).rejects.toMatchObject({ code: 'data.bad-s3-uri', facts: { seen: 'orders.csv' } });
  });

  it.each(['SLUICE_STACK', 'SLUICE_TABLE'])('says that %s is missing', (name) => {
    expect(() => openDeployedDoor({ ...environment, [name]: undefined }, manifest)).toThrow(
      expect.objectContaining({
        code: 'deployed.variable-missing',
        facts: expect.objectContaining({ seen: name }),
      }),
    );
  });
});
