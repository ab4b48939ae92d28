import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import {
  applyCyclicDateParts,
  applyDateParts,
  cyclicDateParts,
  DATE_PARTS,
  dateParts,
} from '../../../src/models/transforms/date-parts.ts';

const columns = { at: 'time', distance: 'float' } as const;
const times = (...texts: string[]) =>
  tableOf(columns, { at: texts.map((text) => Date.parse(text)), distance: texts.map(() => 1) });

describe('applyDateParts', () => {
  it('puts the parts, in UTC, in the place of the column', () => {
    const table = applyDateParts(dateParts(['at'], ['hour', 'weekday']), times('2024-02-29T23:59:59.999Z'));
    expect(table.columns).toEqual({ 'at.hour': 'int', 'at.weekday': 'int', distance: 'float' });
    expect([...rowsOf(table)]).toEqual([{ 'at.hour': 23, 'at.weekday': 4, distance: 1 }]);
  });

  it('counts weekdays from Monday, 1, to Sunday, 7', () => {
    const table = applyDateParts(dateParts(['at'], ['weekday']), times('2024-01-01', '2024-01-06', '2024-01-07'));
    expect([...table.column('at.weekday').values]).toEqual([1, 6, 7]);
  });

  it('agrees with Date on every part, before 1970 too', () => {
    const table = dateParts(['at'], DATE_PARTS);
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (date) => {
        const [row] = rowsOf(applyDateParts(table, tableOf({ at: 'time' }, { at: [date.getTime()] })));
        assert.deepEqual(row, {
          'at.minute': date.getUTCMinutes(),
          'at.hour': date.getUTCHours(),
          'at.weekday': date.getUTCDay() || 7,
          'at.day': date.getUTCDate(),
          'at.month': date.getUTCMonth() + 1,
          'at.year': date.getUTCFullYear(),
        });
      }),
    );
  });

  it('has missing parts for a missing instant', () => {
    const table = tableOf({ at: 'time' }, { at: [Number.NaN] });
    expect([...rowsOf(applyDateParts(dateParts(['at'], DATE_PARTS), table))].flatMap(Object.values)).toEqual(
      DATE_PARTS.map(() => undefined),
    );
  });

  it('does not compile on a column that holds no instants', () => {
    // @ts-expect-error a distance is no instant
    const table = applyDateParts(dateParts(['distance'], ['hour']), times('2024-01-01'));
    expect(Object.keys(table.columns)).toEqual(['at', 'distance.hour']);
    // @ts-expect-error there is no such part
    expect(dateParts(['at'], ['fortnight'])).toMatchObject({ kind: 'date-parts' });
  });

  it('refuses a name that is taken', () => {
    const table = tableOf({ at: 'time', 'at.hour': 'int' }, { at: [0], 'at.hour': [1] });
    expect(() => applyDateParts(dateParts(['at'], ['hour']), table)).toThrow(
      expect.objectContaining({ code: 'model.column-taken' }),
    );
  });
});

describe('applyCyclicDateParts', () => {
  it('brings the last hour of a day beside the first', () => {
    const at = times('2024-01-01T23:00Z', '2024-01-02T00:00Z', '2024-01-02T12:00Z');
    const table = applyCyclicDateParts(cyclicDateParts(['at'], ['hour']), at);
    const [late, early, noon] = [...rowsOf(table)].map((row) => [row['at.hour.sin']!, row['at.hour.cos']!] as const);
    const apart = (left: readonly [number, number], right: readonly [number, number]) =>
      Math.hypot(left[0] - right[0], left[1] - right[1]);
    expect(apart(late!, early!)).toBeCloseTo(2 * Math.sin(Math.PI / 24), 12);
    expect(apart(noon!, early!)).toBeCloseTo(2, 12);
  });

  it('does not compile for a part without a period', () => {
    // @ts-expect-error years never begin anew
    expect(cyclicDateParts(['at'], ['year'])).toMatchObject({ form: 'cyclic' });
  });
});
