import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../src/tracking/pages/cursor.ts';

const text = fc.string({ unit: 'binary' });

describe('decodeCursor', () => {
  it('gives back the position of its own listing', () => {
    fc.assert(
      fc.property(text, text, (argument, after) => {
        expect(decodeCursor(['runs', argument], encodeCursor(['runs', argument], after))).toBe(after);
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['no base64url', '!!!'],
    ['no JSON', Buffer.from('runs').toString('base64url')],
    ['JSON that is no list', Buffer.from('{"a":1}').toString('base64url')],
    ['a list that ends in a number', Buffer.from('["runs","1",2]').toString('base64url')],
    ['another way to write the same', `${encodeCursor(['runs', '1'], 'x')}=`],
    ['another listing', encodeCursor(['versions', '1'], 'x')],
    ['the same listing of another argument', encodeCursor(['runs', '2'], 'x')],
    ['a listing with fewer arguments', encodeCursor(['runs'], '1')],
  ])('refuses %s', (_what, cursor) => {
    expect(() => decodeCursor(['runs', '1'], cursor)).toThrow(expect.objectContaining({ code: 'records.bad-cursor' }));
  });

  it('refuses any foreign text', () => {
    fc.assert(
      fc.property(text, (cursor) => {
        expect(() => decodeCursor(['runs', '1'], cursor)).toThrow(
          expect.objectContaining({ code: 'records.bad-cursor' }),
        );
      }),
    );
  });
});
