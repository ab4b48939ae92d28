import { describe, expect, it } from 'vitest';
import { variable } from '../../../src/stacks/aws/environment.ts';

describe('variable', () => {
  it('is what the deployment set', () => {
    expect(variable({ SLUICE_STACK: 'aws' }, 'SLUICE_STACK')).toBe('aws');
  });

  it.each([{}, { SLUICE_STACK: '' }])('says which one is missing in %j', (environment) => {
    expect(() => variable(environment, 'SLUICE_STACK')).toThrow(
      expect.objectContaining({
        code: 'deployed.variable-missing',
        facts: expect.objectContaining({ seen: 'SLUICE_STACK' }),
      }),
    );
  });
});
