import { describe, expect, it } from 'vitest';
import { REQUESTS_OF_ARTIFACTS, requestsOfParts } from '../../../../src/stacks/aws/artifacts/requests-of-call.ts';
import { addRequests } from '../../../../src/stacks/aws/estimate/requests.ts';
import { openS3Artifacts } from '../../../../src/stacks/aws/s3-artifacts.ts';
import { countingBucket } from '../estimate/counting-bucket.ts';

const MIB = 1024 * 1024;

describe('requestsOfParts', () => {
  it.each([MIB, 64 * MIB, 64 * MIB + 1, 81 * MIB])('beside one request is what %d bytes take', async (sizeBytes) => {
    const bucket = countingBucket();

    await openS3Artifacts(bucket).create('artifacts/a', new Uint8Array(sizeBytes));

    const planned = addRequests([
      [REQUESTS_OF_ARTIFACTS['artifacts.create']!, 1],
      [requestsOfParts(sizeBytes), 1],
    ]);
    expect(planned).toMatchObject(bucket.counted);
  });
});
