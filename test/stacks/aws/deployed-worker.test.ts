import { createHash } from 'node:crypto';
import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { mockClient } from 'aws-sdk-client-mock';
import { afterEach, describe, expect, it } from 'vitest';
import { openDeployedWorker } from '../../../src/stacks/aws/deployed-worker.ts';
import { collect } from '../../collect.ts';
import { body, fault } from './artifacts/sample-bucket.ts';
import { manifest } from './orders-manifest.ts';

const environment = { SLUICE_TABLE: 'records', SLUICE_BUCKET: 'artifacts' };
const count = { name: 'count', inputs: {}, outputs: {}, run: () => ({}) };
const sha256 = createHash('sha256').update('one').digest('hex');
const orders = { file: { uri: 's3://lake/orders.csv', name: 'orders.csv', sha256, sizeBytes: 3 } };
const open = () => openDeployedWorker(environment, manifest, count);

const s3 = mockClient(S3Client);
afterEach(() => s3.reset());

describe('openDeployedWorker', () => {
  it('has its own step alone', () => {
    expect([...open().steps.keys()]).toEqual(['count']);
  });

  it('opens a file by what its run fixed, without reading it before', async () => {
    s3.on(GetObjectCommand, { Bucket: 'lake', Key: 'orders.csv' }).callsFake(() => ({
      Body: body([Buffer.from('one')]),
    }));

    const file = await open().openFile(orders);

    expect(s3.calls()).toHaveLength(0);
    expect(Buffer.concat(await collect(file.read())).toString()).toBe('one');
  });

  it('says that a file may not be read', async () => {
    s3.on(GetObjectCommand).rejects(fault('AccessDenied', 403));
    const file = await open().openFile(orders);
    await expect(collect(file.read())).rejects.toMatchObject({ code: 'data.file-unreadable' });
  });

  it('says that the bucket is not named', () => {
    expect(() => openDeployedWorker({ SLUICE_TABLE: 'records' }, manifest, count)).toThrow(
      expect.objectContaining({ code: 'deployed.variable-missing' }),
    );
  });
});
