import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packText } from '../../src/data/pack-text.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { groupTexts } from '../../src/data/text-groups.ts';

function columnOf(texts: readonly (string | undefined)[]) {
  return packText(tableOf({ text: 'text' }, { text: texts }).column('text'));
}

describe('groupTexts', () => {
  it('counts each text at its first row, as a map does', () => {
    const text = fc.option(fc.oneof(fc.constantFrom('SP', 'RJ', ''), fc.string({ unit: 'grapheme' })), {
      nil: undefined,
    });
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const expected = new Map<string, { row: number; count: number }>();
        for (const [row, value] of texts.entries()) {
          if (value === undefined) continue;
          const known = expected.get(value);
          expected.set(value, { row: known?.row ?? row, count: (known?.count ?? 0) + 1 });
        }
        const groups = groupTexts(columnOf(texts));
        expect(groups.complete).toBe(true);
        expect([...groups.firstRows]).toEqual([...expected.values()].map(({ row }) => row));
        expect([...groups.counts]).toEqual([...expected.values()].map(({ count }) => count));
      }),
    );
  });

  it('holds a million different texts apart', { timeout: 30_000 }, () => {
    const texts = Array.from({ length: 1_000_000 }, (_, row) => `customer ${row}`);
    const { firstRows, counts } = groupTexts(columnOf([...texts, 'customer 7']));
    expect(firstRows).toHaveLength(1_000_000);
    expect(counts[7]).toBe(2);
  });

  it('stops at the bound, and still counts the texts it has', () => {
    const groups = groupTexts(columnOf(['a', 'b', 'c', 'a', 'd']), 2);
    expect(groups).toMatchObject({ complete: false });
    expect([...groups.counts]).toEqual([2, 1]);
    expect(groupTexts(columnOf(['a', 'b', 'a']), 2).complete).toBe(true);
  });
});
