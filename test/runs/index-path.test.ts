import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatIndexPath, parseIndexPath } from '../../src/runs/index-path.ts';

const position = fc.record({
  map: fc.stringMatching(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  index: fc.nat({ max: 9_999 }),
});

describe('the path of maps around a step', () => {
  it('names them outermost first', () => {
    expect(
      formatIndexPath([
        { map: 'folds', index: 3 },
        { map: 'map-2', index: 0 },
      ]),
    ).toBe('@folds#3@map-2#0');
  });

  it('is empty for a step in no map', () => {
    expect([formatIndexPath([]), parseIndexPath('')]).toEqual(['', []]);
  });

  it('is read back as it was written', () => {
    fc.assert(
      fc.property(fc.array(position, { maxLength: 4 }), (positions) => {
        expect(parseIndexPath(formatIndexPath(positions))).toEqual(positions);
      }),
    );
  });
});
