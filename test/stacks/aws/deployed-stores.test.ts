import { describe, expect, it } from 'vitest';
import { openDeployedStores } from '../../../src/stacks/aws/deployed-stores.ts';

describe('openDeployedStores', () => {
  it('keeps artifacts in the bucket that the environment names', () => {
    const { artifacts } = openDeployedStores({ SLUICE_TABLE: 'records', SLUICE_BUCKET: 'bucket' });
    expect(artifacts.uri('runs/1/a')).toBe('s3://bucket/runs/1/a');
  });

  it('says which variable is missing', () => {
    expect(() => openDeployedStores({ SLUICE_TABLE: 'records' })).toThrow(
      expect.objectContaining({
        code: 'deployed.variable-missing',
        facts: expect.objectContaining({ seen: 'SLUICE_BUCKET' }),
      }),
    );
  });
});
