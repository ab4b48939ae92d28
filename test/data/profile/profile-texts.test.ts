import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileTexts } from '../../../src/data/profile/profile-texts.ts';
import { tableOf } from '../../../src/data/table-of.ts';

const profileOf = (texts: readonly (string | undefined)[]) =>
  profileTexts('city', tableOf({ city: 'text' }, { city: texts }).column('city'));

describe('profileTexts', () => {
  it('counts texts, missing ones apart, and measures them in characters', () => {
    expect(profileOf(['Rio', undefined, 'São Paulo', 'Rio', '𝄞', ''])).toEqual({
      name: 'city',
      kind: 'text',
      nulls: 1,
      distinct: { count: 4 },
      length: { min: 0, mean: 3.2, max: 9 },
      frequent: [
        { value: 'Rio', count: 2 },
        { value: 'São Paulo', count: 1 },
        { value: '𝄞', count: 1 },
        { value: '', count: 1 },
      ],
    });
  });

  it('shows the ten most frequent, long ones cut between characters', () => {
    const texts = Array.from({ length: 12 }, (_, index) => Array.from<string>({ length: index + 1 }).fill(`c${index}`));
    expect(profileOf(texts.flat()).frequent.map(({ value }) => value)).toEqual([
      'c11',
      'c10',
      'c9',
      'c8',
      'c7',
      'c6',
      'c5',
      'c4',
      'c3',
      'c2',
    ]);
    expect(profileOf(['x'.repeat(101)]).frequent[0]!.value).toBe(`${'x'.repeat(100)}…`);
    expect(profileOf([`${'x'.repeat(99)}𝄞`]).frequent[0]!.value).toBe(`${'x'.repeat(99)}…`);
  });

  it('holds no more than so many of a million different texts', { timeout: 30_000 }, () => {
    const profile = profileOf(Array.from({ length: 1_000_000 }, (_, row) => `customer ${row}`));
    expect(profile.distinct).toEqual({ moreThan: 10_000 });
    expect(profile.frequent[0]).toEqual({ value: 'customer 0', count: 1 });
  });

  it('is what a plain look at every text tells', () => {
    const text = fc.option(fc.string({ unit: 'binary', maxLength: 5 }), { nil: undefined });
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const there = texts.filter((one) => one !== undefined);
        const profile = profileOf(texts);
        expect(profile.nulls).toBe(texts.length - there.length);
        expect(profile.distinct).toEqual({ count: new Set(there.map((one) => one.toWellFormed())).size });
        expect(profile.length?.max).toBe(
          there.length === 0 ? undefined : Math.max(...there.map((one) => [...one].length)),
        );
        expect(JSON.parse(JSON.stringify(profile))).toEqual(profile);
      }),
    );
  });
});
