import { describe, expect, it } from 'vitest';
import { csvLimits } from '../../../../src/data/csv/csv-limits.ts';
import { SegmentParser } from '../../../../src/data/csv/parallel/segment-parser.ts';
import { fromSent, toSent } from '../../../../src/data/csv/parallel/sent-records.ts';

const parser = new SegmentParser({
  ...csvLimits({}),
  columns: { city: 'text', price: 'float' },
  positions: [1, 0],
  fieldCount: 2,
});

function parse(text: string | Uint8Array) {
  const content = Buffer.from(text);
  return parser.parse(Buffer.concat([content, Buffer.from('\n')]), content.length);
}

describe('SegmentParser', () => {
  it('gives the cells of whole records by column, with lines from 0', () => {
    const records = parse('1,"Rio\nde Janeiro"\ncheap,Olinda\n,\n');
    expect(records).toMatchObject({ sizeBytes: 34, lineCount: 4 });
    const [city, price] = records!.taken;
    expect(price).toMatchObject({ column: { values: Float64Array.of(1, Number.NaN, Number.NaN) } });
    expect(price!.bad).toEqual({ text: 'cheap', line: 2, count: 1 });
    expect(city!.bad).toBeUndefined();
  });

  it.each([
    ['a record that is cut off', '1,Rio\n2,Oli'],
    ['a record with another count of fields', '1,Rio\n2\n'],
    ['text after a closing quote', '1,"Rio" de Janeiro\n'],
    ['bytes that are no text', Buffer.from([0x31, 0x2c, 0xff, 0x0a])],
  ])('gives nothing for %s, and goes on with the next segment', (_, text) => {
    expect(parse(text)).toBeUndefined();
    expect(parse('1,Rio\n')?.taken[1]).toMatchObject({ column: { values: Float64Array.of(1) } });
  });

  it('gives what can be sent to another thread', () => {
    const { sent, memory } = toSent(parse('1,Rio\n2,\n')!);
    const [city, price] = fromSent(structuredClone(sent, { transfer: memory })).taken;
    const texts = city!.column;
    expect(texts.kind === 'text' && [texts.at(0), texts.at(1)]).toEqual(['Rio', undefined]);
    expect(price!.column).toMatchObject({ kind: 'float', values: Float64Array.of(1, 2) });
  });
});
