import { describe, expect, it } from 'vitest';
import { itemSizeBytes } from '../../../../src/stacks/aws/records/item-size.ts';

describe('itemSizeBytes', () => {
  it.each([
    ['text by its bytes of UTF-8', { a: { S: 'é😀' } }, 1 + 6],
    ['names by their bytes of UTF-8', { é: { S: '' } }, 2],
    ['null and booleans as one byte', { a: { NULL: true as const }, b: { BOOL: false } }, 4],
    ['bytes by their number', { a: { B: new Uint8Array(8) } }, 9],
    ['numbers at their most', { a: { N: '1' } }, 22],
    ['lists with three bytes and one an element', { a: { L: [{ S: 'x' }, { S: 'y' }] } }, 1 + 3 + 2 + 2],
    ['maps with three bytes and one a field', { a: { M: { k: { S: 'x' } } } }, 1 + 3 + 1 + 2],
    ['nothing as nothing', {}, 0],
  ])('counts %s', (_what, item, sizeBytes) => {
    expect(itemSizeBytes(item)).toBe(sizeBytes);
  });
});
