import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tableOf } from '../../../src/data/table-of.ts';
import { decodeModel } from '../../../src/models/codec/decode-model.ts';
import { encodeModel } from '../../../src/models/codec/encode-model.ts';

/** A ridge with every kind of transform, as this format's first version wrote it. A change here is a new format version. */
const bytes = readFileSync(new URL('../fixtures/v1.model', import.meta.url));

describe('format version 1', () => {
  const model = decodeModel(bytes);

  it('is read as it was written', () => {
    expect(model.document.transforms.map(({ kind }) => kind)).toEqual([
      'date-parts',
      'date-parts',
      'impute',
      'standardise',
      'polynomial',
      'one-hot',
    ]);
    expect(model.document.trainer).toMatchObject({ name: 'ridge', search: { folds: 3, seed: 1 } });
    expect(model.features).toEqual({ at: 'time', until: 'time', origin: 'text', seats: 'int', distance: 'float' });
  });

  it('predicts what it predicted then', () => {
    const columns = { at: 'time', until: 'time', origin: 'text', seats: 'int', distance: 'float' } as const;
    const rows = tableOf(columns, {
      at: [0, 4 * 7_654_321_000],
      until: [0, 4 * 3_654_321_000],
      origin: ['ATL', undefined],
      seats: [100, 103],
      distance: [0, Number.NaN],
    });
    const [first, second] = model.predict(rows);
    expect(first).toBeCloseTo(11.461872306931786, 12);
    expect(second).toBeCloseTo(16.286600798163825, 12);
  });

  it('is written with the same bytes', () => {
    expect(new TextDecoder().decode(encodeModel(model))).toBe(bytes.toString('utf8'));
  });
});
