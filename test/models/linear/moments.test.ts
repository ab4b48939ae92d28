import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { designOf } from '../../../src/models/linear/design.ts';
import { joined } from '../../../src/models/linear/fold-moments.ts';
import { MomentsBuilder, shiftsOf } from '../../../src/models/linear/moments.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { applyTransforms } from '../../../src/models/transforms/transform.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { designOfColumns, momentsOfDesign } from './design-of-columns.ts';

const close = (left: number, right: number, scale: number) => Math.abs(left - right) <= 1e-12 * Math.max(1, scale);

describe('MomentsBuilder', () => {
  it('joins parts to what all rows have together', () => {
    const value = fc.integer({ min: -1000, max: 1000 });
    const rows = fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(rows, fc.nat(), (all, at) => {
        const columns = (part: typeof all) => {
          const [a, b] = [0, 1].map((j) => part.map((row) => row[j]!));
          return designOfColumns(
            [a!, b!],
            part.map((row) => row[2]!),
          );
        };
        const whole = momentsOfDesign(columns(all));
        const cut = 1 + (at % (all.length - 1));
        const parts = [all.slice(0, cut), all.slice(cut)].map((part) => {
          const builder = new MomentsBuilder(whole.names, whole.shifts);
          builder.add(columns(part));
          return builder.moments();
        });
        const both = joined(parts);
        assert(both.rowCount === whole.rowCount);
        assert(both.products.every((product, index) => close(product, whole.products[index]!, 1e6 * all.length)));
        assert(both.means.every((mean, j) => close(mean, whole.means[j]!, 1000)));
        assert.deepEqual([both.minima, both.maxima], [whole.minima, whole.maxima]);
      }),
    );
  });

  it('sums indicators as it sums the same columns of zeros and ones', () => {
    const category = fc.constantFrom('a', 'b', 'c', undefined);
    const row = fc.record({ left: category, right: category, x: fc.integer({ min: -50, max: 50 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 50 }), (rows) => {
        const table = tableOf(
          { left: 'text', right: 'text', x: 'float' },
          { left: rows.map(({ left }) => left), right: rows.map(({ right }) => right), x: rows.map(({ x }) => x) },
        );
        const encoded = applyTransforms([fitOneHot(table, ['left', 'right'])], table);
        const target = { name: 'y', values: table.column('x').values };
        const names = Object.keys(encoded.columns);
        const dense = names.map((name) => [...(encoded.column(name) as { values: Float64Array }).values]);
        const byCodes = momentsOfDesign(designOf(encoded, target));
        const byValues = momentsOfDesign({ ...designOfColumns(dense, [...target.values]), names: [...names, 'y'] });
        const absolute = (moments: typeof byCodes) => moments.means.map((mean, j) => mean + moments.shifts[j]!);
        assert(byCodes.products.every((product, index) => close(product, byValues.products[index]!, 1e4)));
        assert(absolute(byCodes).every((mean, j) => close(mean, absolute(byValues)[j]!, 1)));
        assert.deepEqual([byCodes.minima, byCodes.maxima], [byValues.minima, byValues.maxima]);
      }),
    );
  });

  it('has products of exactly 0 for a column of one value over many blocks', () => {
    const length = 10_000;
    const constant = Array.from({ length }, () => 0.1);
    const { products, means, shifts } = momentsOfDesign(designOfColumns([constant], Array.from(constant.keys())));
    expect(products[0]).toBe(0);
    expect(means[0]! + shifts[0]!).toBe(0.1);
  });

  it('starts from 0 for a column whose first value is missing', () => {
    expect([...shiftsOf(designOfColumns([[Number.NaN, 2]], [3, 4]))]).toEqual([0, 3]);
  });
});
