import { describe, expect, it } from 'vitest';
import { checkRecordName } from '../../../src/tracking/rules/name.ts';

describe('checkRecordName', () => {
  it.each(['a', 'é'.repeat(500), '😀', 'x'.repeat(1000), ' '])('takes %j', (name) => {
    expect(() => checkRecordName('metric', name)).not.toThrow();
  });

  it.each(['', 'é'.repeat(501), '\ud800'])('refuses %j', (name) => {
    expect(() => checkRecordName('metric', name)).toThrow(expect.objectContaining({ code: 'records.bad-name' }));
  });
});
