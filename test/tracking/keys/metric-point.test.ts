import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeHistoryPosition,
  decodeRank,
  encodeHistoryPosition,
  encodeRank,
  latestByKey,
} from '../../../src/tracking/keys/metric-point.ts';

const point = fc.record({
  key: fc.constantFrom('loss', 'mse'),
  value: fc.double(),
  step: fc.maxSafeInteger(),
  timestampMs: fc.maxSafeInteger(),
});

const of = (timestampMs: number, step: number, value: number) => ({ key: 'loss', timestampMs, step, value });

describe('encodeHistoryPosition', () => {
  it('holds the whole point', () => {
    fc.assert(
      fc.property(point, (given) => {
        expect(decodeHistoryPosition(given.key, encodeHistoryPosition(given))).toEqual(given);
      }),
    );
  });

  it('orders by timestamp, then step, then value', () => {
    const ordered = [of(-1, 9, 9), of(1, -2, 9), of(1, -1, -3), of(1, -1, 2), of(1, 0, 0), of(2, -5, 0)];
    const sorted = ordered.toReversed().map(encodeHistoryPosition).toSorted();
    expect(sorted.map((position) => decodeHistoryPosition('loss', position))).toEqual(ordered);
  });
});

describe('encodeRank', () => {
  it('holds the whole point', () => {
    fc.assert(
      fc.property(point, (given) => {
        expect(decodeRank(given.key, encodeRank(given))).toEqual(given);
      }),
    );
  });

  it('puts the step before the time and the time before the value', () => {
    const base = { key: 'loss', step: 3, timestampMs: 100, value: 1 };
    const rank = encodeRank(base);
    expect(encodeRank({ ...base, step: 2, timestampMs: 900, value: 9 }) < rank).toBe(true);
    expect(encodeRank({ ...base, timestampMs: 99, value: 9 }) < rank).toBe(true);
    expect(encodeRank({ ...base, value: 0.5 }) < rank).toBe(true);
  });
});

describe('latestByKey', () => {
  it('does not depend on the order of the points', () => {
    fc.assert(
      fc.property(fc.array(point), (points) => {
        const ranks = (given: typeof points) =>
          [...latestByKey(given)].map(([key, latest]) => `${key} ${encodeRank(latest)}`).toSorted();
        expect(ranks(points.toReversed())).toEqual(ranks(points));
      }),
    );
  });
});
