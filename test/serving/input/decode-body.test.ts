import { expect, it } from 'vitest';
import { decodeBody } from '../../../src/serving/input/decode-body.ts';

it('decodes UTF-8, and drops a byte order mark', () => {
  expect(decodeBody(Buffer.from('São Paulo'))).toBe('São Paulo');
  expect(decodeBody(Buffer.from('\uFEFF{}'))).toBe('{}');
});

it.each([[[0xff]], [[0xc3]], [[0xed, 0xa0, 0x80]]])('refuses the bytes %j', (bytes) => {
  expect(() => decodeBody(Uint8Array.from(bytes))).toThrow(
    expect.objectContaining({
      code: 'predict.bad-body',
      facts: expect.objectContaining({ seen: `${bytes.length} bytes that are not UTF-8` }),
    }),
  );
});
