import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grants, joinScopes, SCOPES, splitScopes } from '../../../src/tracking/tokens/scope.ts';

describe('scopes', () => {
  it('grant themselves and no other, and admin all', () => {
    for (const held of SCOPES) {
      const granted = SCOPES.filter((asked) => grants([held], asked));
      expect(granted).toEqual(held === 'admin' ? SCOPES : [held]);
    }
  });

  it('come back from their text', () => {
    fc.assert(
      fc.property(fc.subarray([...SCOPES]), (scopes) => {
        expect(splitScopes(joinScopes(scopes))).toEqual(scopes);
      }),
    );
  });

  it('are none in a text of other words', () => {
    expect(splitScopes('Predict predict: toString  admins')).toEqual([]);
  });
});
