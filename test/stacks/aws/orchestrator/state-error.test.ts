import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../../src/errors/sluice-error.ts';
import { stateError } from '../../../../src/stacks/aws/orchestrator/state-error.ts';

const facts = { code: 'records.unavailable', message: 'not now', mend: 'wait' } as const;

describe('stateError', () => {
  it('is permanent where trying again cannot help', () => {
    expect(stateError(new SluiceError(facts)).name).toBe('Sluice.Permanent');
    expect(stateError(new TypeError('x is undefined')).name).toBe('Sluice.Permanent');
  });

  it('is transient where it can', () => {
    expect(stateError(new SluiceError({ ...facts, retry: 'transient' })).name).toBe('Sluice.Transient');
  });
});
