import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextBuilder } from '../../src/data/text-builder.ts';

describe('TextBuilder', () => {
  it('gives back every text and every gap, in order', () => {
    const texts = fc.array(fc.option(fc.string({ unit: 'grapheme' }), { nil: undefined }), { maxLength: 300 });
    fc.assert(
      fc.property(texts, (expected) => {
        const builder = new TextBuilder();
        for (const text of expected) builder.push(text);
        const column = builder.finish();
        expect(Array.from({ length: column.length }, (_, row) => column.at(row))).toEqual(expected);
      }),
    );
  });

  it('grows over many rows and long texts', () => {
    const builder = new TextBuilder();
    const long = new TextEncoder().encode('é'.repeat(50_000));
    for (let row = 0; row < 3000; row++) builder.push(`text ${row}`);
    builder.pushBytes(long, 0, long.length);
    const column = builder.finish();
    expect(column.at(2999)).toBe('text 2999');
    expect(column.at(3000)).toBe('é'.repeat(50_000));
    expect(column.at(3001)).toBeUndefined();
    expect(column.at(-1)).toBeUndefined();
  });

  it('keeps no validity when nothing is missing', () => {
    const builder = new TextBuilder();
    builder.push('');
    expect(builder.finish().buffers.validity).toBeUndefined();
  });

  it('puts U+FFFD for a lone surrogate', () => {
    const builder = new TextBuilder();
    builder.push('\ud800x');
    expect(builder.finish().at(0)).toBe('\ufffdx');
  });

  it('refuses more text than its offsets can address', () => {
    const builder = new TextBuilder(20_000);
    builder.push('x'.repeat(20_000));
    expect(() => builder.push('y')).toThrow(expect.objectContaining({ code: 'data.text-too-large' }));
  });
});
