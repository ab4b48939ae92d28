import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeFields,
  decodeValue,
  encodeFields,
  encodeValue,
} from '../../../../src/stacks/aws/records/attribute-value.ts';

const text = fc.string({ unit: 'binary' });
const { tree: value } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small' },
    fc.double(),
    fc.integer(),
    text,
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('tree')),
    fc.dictionary(text, tie('tree'), { noNullPrototype: true }),
  ),
}));

describe('encodeValue', () => {
  it('gives back any JSON-like value, with every double', () => {
    fc.assert(
      fc.property(value, (given) => {
        expect(decodeValue(encodeValue(given), 'item')).toEqual(given);
      }),
    );
  });

  it('leaves plain numbers readable', () => {
    expect(encodeValue(0.1)).toEqual({ N: '0.1' });
    expect(encodeValue(0)).toEqual({ N: '0' });
  });

  it.each([Number.NaN, Infinity, -Infinity, -0, 5e-324, -1e-131, 1e126])('keeps %s as its 8 bytes', (number) => {
    const attribute = encodeValue(number);
    expect(attribute.B).toHaveLength(8);
    expect(decodeValue(attribute, 'item')).toBe(number);
  });

  it('replaces half a surrogate pair, which no store keeps', () => {
    expect(encodeValue('a\ud83d')).toEqual({ S: 'a\ufffd' });
  });

  it('refuses what is no value of a record', () => {
    expect(() => encodeValue(() => 1)).toThrow('no record holds a function');
  });
});

describe('encodeFields', () => {
  it('leaves out what is undefined', () => {
    expect(encodeFields({ a: undefined, b: null })).toEqual({ b: { NULL: true } });
  });

  it('gives no attribute an empty name, which DynamoDB refuses, and none the name of another', () => {
    const fields = { '': 1, '\0': 2, '\0a': 3 };
    const attributes = encodeFields(fields);
    expect(Object.keys(attributes)).toEqual(['\0', '\0\0', '\0a']);
    expect(decodeFields(attributes, 'item')).toEqual(fields);
  });
});

describe('decodeFields', () => {
  it.each([
    ['a set', { SS: ['a'] }],
    ['bytes that are no double', { B: new Uint8Array(3) }],
  ])('refuses %s and says where', (_what, attribute) => {
    expect(() => decodeFields({ outputs: { L: [{ M: { train: attribute } }] } }, 'R#1 S#train')).toThrow(
      expect.objectContaining({
        code: 'records.malformed-item',
        message: expect.stringContaining('R#1 S#train.outputs[0].train'),
      }),
    );
  });
});
