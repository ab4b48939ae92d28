import { describe, expect, it } from 'vitest';
import { rowsOf } from '../../../src/data/rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { decodeModel } from '../../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { applyDateParts, cyclicDateParts, dateParts } from '../../../src/models/transforms/date-parts.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';
import { fitImpute } from '../../../src/models/transforms/impute.ts';
import { polynomialTerms } from '../../../src/models/transforms/polynomial.ts';
import { fitStandardise } from '../../../src/models/transforms/standardise.ts';
import { applyTransforms } from '../../../src/models/transforms/transform.ts';

const columns = { at: 'time', origin: 'text', distance: 'float', delay: 'float' } as const;
const flights = tableOf(columns, {
  at: ['01T07:10', '01T08:00', '02T07:30', '03T19:00', '04T08:15', '05T23:50'].map((time) =>
    Date.parse(`2024-01-${time}Z`),
  ),
  origin: ['ATL', 'DFW', 'ATL', 'BOS', undefined, 'DFW'],
  distance: [100, 700, Number.NaN, 300, 900, 250],
  delay: [3, 9, 1, 14, 2, 30],
});
const features = ['at', 'origin', 'distance'] as const;
const parts = dateParts(['at'], ['hour']);
const dated = applyDateParts(parts, flights);
const impute = fitImpute(dated, ['distance', 'at.hour']);
const transforms = [
  parts,
  impute,
  fitStandardise(applyTransforms([impute], dated), ['distance']),
  polynomialTerms(dated, ['distance'], { degree: 2 }),
  fitOneHot(dated, ['origin']),
];
const model = trainRidge({ table: flights, features, target: 'delay', transforms, l2: 1 });

describe('transforms, one after the other', () => {
  it('are inside the model, which takes the columns as they are before them', () => {
    expect(model.features).toEqual({ at: 'time', origin: 'text', distance: 'float' });
    expect(model.signature.inputs).toEqual([
      { name: 'at', kind: 'time', nullable: true },
      { name: 'origin', kind: 'text', nullable: true },
      { name: 'distance', kind: 'float', nullable: true },
    ]);
    expect(model.document.coefficients.map(({ column }) => column)).toEqual([
      'at.hour',
      'origin=DFW',
      'origin=BOS',
      'origin:missing',
      'distance',
      'distance^2',
    ]);
    expect(model.inputExample).toEqual({ at: Date.parse('2024-01-01T07:10Z'), origin: 'ATL', distance: 100 });
  });

  it('make the same of rows as their columns made by hand', () => {
    const made = applyTransforms(model.document.transforms, flights);
    const { coefficients, level } = model.document;
    const predicted = [...rowsOf(made)].map((row) =>
      coefficients.reduce((sum, { column, coefficient, centre }) => {
        return sum + coefficient * ((row[column] as number) - centre);
      }, level),
    );
    for (const [row, value] of model.predict(flights).entries()) expect(value).toBeCloseTo(predicted[row]!, 11);
  });

  it('survive the file of the model to the bit', () => {
    const read = decodeModel(encodeModel(model));
    expect(read.document).toEqual(model.document);
    expect(read.predict(flights)).toEqual(model.predict(flights));
  });

  it('take part in a fit as plain columns do', () => {
    const dense = tableOf(
      { dfw: 'float', bos: 'float', distance: 'float', delay: 'float' },
      { dfw: [0, 1, 0, 0, 0, 1], bos: [0, 0, 0, 1, 0, 0], distance: [1, 2, 3, 4, 5, 6], delay: [3, 9, 1, 14, 2, 30] },
    );
    const table = tableOf(
      { origin: 'text', distance: 'float', delay: 'float' },
      {
        origin: ['ATL', 'DFW', 'ATL', 'BOS', 'ATL', 'DFW'],
        distance: [1, 2, 3, 4, 5, 6],
        delay: [3, 9, 1, 14, 2, 30],
      },
    );
    const byHand = trainRidge({ table: dense, features: ['dfw', 'bos', 'distance'], target: 'delay', l2: 0.5 });
    const oneHot = [fitOneHot(table, ['origin'])];
    const encoded = trainRidge({
      table,
      features: ['origin', 'distance'],
      target: 'delay',
      transforms: oneHot,
      l2: 0.5,
    });
    for (const [j, { coefficient }] of encoded.document.coefficients.entries()) {
      expect(coefficient).toBeCloseTo(byHand.document.coefficients[j]!.coefficient, 12);
    }
  });

  it('must fill what may be missing: cyclic parts of a missing instant are missing', () => {
    const cyclic = [cyclicDateParts(['at'], ['hour'])];
    const fitted = trainRidge({ table: flights, features: ['at'], target: 'delay', transforms: cyclic, l2: 1 });
    expect(fitted.signature.inputs).toEqual([{ name: 'at', kind: 'time', nullable: false }]);
  });

  it('refuse texts where numbers are, and numbers where texts are', () => {
    const numbers = tableOf({ at: 'time', origin: 'int', distance: 'float' }, { at: [0], origin: [1], distance: [1] });
    expect(() => model.predict(numbers)).toThrow(expect.objectContaining({ code: 'model.column-not-text' }));
  });

  it('does not compile with texts and no transforms', () => {
    // @ts-expect-error an origin is no number
    expect(() => trainRidge({ table: flights, features: ['origin'], target: 'delay', l2: 1 })).toThrow(
      expect.objectContaining({ code: 'model.column-not-numeric' }),
    );
  });
});
