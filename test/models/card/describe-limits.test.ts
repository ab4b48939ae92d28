import { expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { describeLimits } from '../../../src/models/card/describe-limits.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { applyDateParts, dateParts } from '../../../src/models/transforms/date-parts.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';

it('names what is collinear, in UTC and rare', () => {
  const a = Array.from({ length: 40 }, (_, row) => (row * 17) % 23);
  const columns = { a: 'float', b: 'float', at: 'time', y: 'float' } as const;
  const table = tableOf(columns, { a, b: a, at: a.map((hour) => hour * 3_600_000), y: a });
  const parts = dateParts(['at'], ['hour']);
  const transforms = [parts, fitOneHot(applyDateParts(parts, table), ['at.hour'], { maxCategories: 2 })];
  const model = trainRidge({ table, features: ['a', 'b', 'at'], target: 'y', transforms, l2: 0 });
  expect(describeLimits(model.document).slice(1)).toEqual([
    'Of a, b only the sum of effects is known: they depend on each other linearly.',
    'Parts of instants are those of UTC.',
    'Of at.hour 2 categories are told apart; all others count as one.',
  ]);
});
