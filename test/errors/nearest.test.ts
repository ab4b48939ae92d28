import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from '../../src/errors/nearest.ts';

const columns = ['price', 'freight_value', 'payment_value', 'review_score', 'order_id'];

describe('nearest', () => {
  it.each([
    ['prise', 'price'],
    ['pirce', 'price'],
    ['Price', 'price'],
    ['frieght_value', 'freight_value'],
    ['payment_valu', 'payment_value'],
    ['review-score', 'review_score'],
    ['orderid', 'order_id'],
  ])('takes %s for %s', (word, meant) => {
    expect(nearest(word, columns)).toBe(meant);
  });

  it.each(['', 'x', 'weather', 'customer_city', 'rice_paper'])('has no guess for %j', (word) => {
    expect(nearest(word, columns)).toBeUndefined();
  });

  it('has no guess without candidates', () => {
    expect(nearest('price', [])).toBeUndefined();
  });

  it('prefers the closer candidate, and the first of equals', () => {
    expect(nearest('trains', ['train', 'brains', 'trains_2'])).toBe('train');
  });

  it('finds any candidate from itself with two neighbours swapped', () => {
    const wordWithSwap = fc
      .string({ minLength: 4, maxLength: 20, unit: fc.constantFrom(...'abcdefgh') })
      .chain((word) => fc.tuple(fc.constant(word), fc.nat({ max: word.length - 2 })));
    fc.assert(
      fc.property(wordWithSwap, ([word, at]) => {
        const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
        expect(nearest(swapped, [word])).toBe(word);
      }),
    );
  });
});
