import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inGroups } from '../../../../src/stacks/aws/records/groups.ts';

describe('inGroups', () => {
  it('keeps all items in their order, in full groups but for the last', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 30 }), (items, size) => {
        const groups = inGroups(items, size);
        expect(groups.flat()).toEqual(items);
        expect(groups.slice(0, -1).every((group) => group.length === size)).toBe(true);
        expect(groups.every((group) => group.length >= 1 && group.length <= size)).toBe(true);
      }),
    );
  });
});
