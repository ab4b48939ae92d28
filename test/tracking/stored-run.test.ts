import { describe, expect, it } from 'vitest';
import { runOfStored } from '../../src/tracking/stored-run.ts';
import { runSample } from '../conformance/record-store/samples.ts';

describe('runOfStored', () => {
  it('leaves a run of this version as it is', () => {
    const run = runSample();
    expect(runOfStored(run)).toEqual(run);
  });

  it('has steps read nothing where an older plan does not say what', () => {
    const { plan } = runOfStored({ ...runSample(), plan: [{ node: 'train', step: 'train' }] });
    expect(plan).toEqual([{ node: 'train', step: 'train', inputs: {}, parameters: {} }]);
  });
});
