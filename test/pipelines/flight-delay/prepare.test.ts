import { describe, expect, it } from 'vitest';
import { prepare } from '../../../pipelines/flight-delay/prepare.ts';
import { rowsOf } from '../../../src/data/rows.ts';
import { selectRows } from '../../../src/data/select-rows.ts';
import { loggingContext } from '../customer-satisfaction/step-contexts.ts';
import { madeFlights, preparation } from './made-flights.ts';

describe('prepare', () => {
  it('parts flights that have a delay, about as told', async () => {
    const { context, log } = loggingContext();
    const { train, test } = await prepare.run({ rows: madeFlights(2000) }, preparation, context);
    expect(train.rowCount + test.rowCount).toBe(1980);
    expect(test.rowCount / 1980).toBeCloseTo(0.25, 1);
    expect(log().metrics).toContainEqual(expect.objectContaining({ key: 'rows.without_delay', value: 20 }));
  });

  it('has a flight that comes twice on one side', async () => {
    const rows = madeFlights(300);
    const twice = selectRows(rows, [...Array(300).keys(), ...Array(300).keys()]);
    const { context } = loggingContext();
    const once = await prepare.run({ rows }, preparation, context);
    const both = await prepare.run({ rows: twice }, preparation, context);
    expect(both.test.rowCount).toBe(2 * once.test.rowCount);
    expect([...rowsOf(both.test)]).toEqual([...rowsOf(once.test), ...rowsOf(once.test)]);
  });

  it('fits the transforms on the training rows alone: frequent airports, the rest together', async () => {
    const { context } = loggingContext();
    const { train, transforms } = await prepare.run({ rows: madeFlights(2000) }, preparation, context);
    expect(transforms.map(({ kind }) => kind)).toEqual(['date-parts', 'impute', 'one-hot', 'one-hot']);
    const known = train
      .column('distance')
      .values.filter((distance) => !Number.isNaN(distance))
      .toSorted();
    const median = (known[Math.floor((known.length - 1) / 2)]! + known[Math.floor(known.length / 2)]!) / 2;
    expect(transforms[1]).toMatchObject({ fills: [{ column: 'distance', value: median }] });
    expect(transforms.at(-1)).toMatchObject({
      encodings: [
        { column: 'origin', categories: ['ORD', expect.any(String)], reference: 'ATL', other: true, missing: false },
        { column: 'destination', reference: 'ATL', other: true, missing: true },
      ],
    });
  });

  it('refuses too few flights', async () => {
    const { context } = loggingContext();
    await expect(async () => prepare.run({ rows: madeFlights(1) }, preparation, context)).rejects.toThrow(
      expect.objectContaining({ code: 'prepare.too-few-rows' }),
    );
  });
});
