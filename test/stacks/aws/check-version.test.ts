import { expect, it } from 'vitest';
import { checkVersion } from '../../../src/stacks/aws/check-version.ts';

it('takes a service of this version, and names another', () => {
  const deployed = (Version?: string) => ({ name: 'sluice', outputs: Version === undefined ? {} : { Version } });

  expect(() => checkVersion(deployed('1.2.3'), '1.2.3')).not.toThrow();
  for (const [stack, seen] of [
    [deployed('1.2.2'), 'sluice: 1.2.2'],
    [deployed(), 'sluice: one that does not tell its version'],
  ] as const) {
    expect(() => checkVersion(stack, '1.2.3')).toThrow(
      expect.objectContaining({ code: 'stack.other-version', facts: expect.objectContaining({ seen }) }),
    );
  }
});
