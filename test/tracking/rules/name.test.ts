import { describe, expect, it } from 'vitest';
import { checkName } from '../../../src/tracking/rules/name.ts';

describe('checkName', () => {
  it.each(['a', 'é'.repeat(500), '😀', 'x'.repeat(1000), ' '])('takes %j', (name) => {
    expect(() => checkName('metric', name)).not.toThrow();
  });

  it.each(['', 'é'.repeat(501), '\ud800'])('refuses %j', (name) => {
    expect(() => checkName('metric', name)).toThrow(expect.objectContaining({ code: 'records.bad-name' }));
  });
});
