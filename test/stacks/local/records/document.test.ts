import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeDocument, encodeDocument } from '../../../../src/stacks/local/records/document.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\0NaN', '\0\0', '\0-0', ''));
const { tree: value } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    text,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree')),
    fc.dictionary(text, tie('tree'), { noNullPrototype: true }),
  ),
}));

describe('encodeDocument', () => {
  it('gives back any record, with every double', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(decodeDocument(encodeDocument({ given }))).toEqual({ given });
      }),
    );
  });

  it('is plain JSON where the record is', () => {
    expect(encodeDocument({ v: 1, name: 'a', list: [1.5, null, true] })).toBe(
      '{"v":1,"name":"a","list":[1.5,null,true]}',
    );
  });

  it('leaves out what is undefined', () => {
    expect(encodeDocument({ v: 1, error: undefined })).toBe('{"v":1}');
  });

  it('replaces half a surrogate pair, which no store keeps', () => {
    expect(decodeDocument(encodeDocument({ seen: 'a\ud83d' }))).toEqual({ seen: 'a\ufffd' });
  });

  it('says which record is damaged', () => {
    expect(() => decodeDocument('{"v":1,"id":"ab')).toThrow(
      expect.objectContaining({
        code: 'records.corrupt',
        facts: expect.objectContaining({ seen: expect.stringContaining('{\\"v\\":1,\\"id\\":\\"ab') }),
      }),
    );
  });
});
