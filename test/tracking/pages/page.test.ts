import { describe, expect, it } from 'vitest';
import { endPage, startPage } from '../../../src/tracking/pages/page.ts';

const listing = ['letters'] as const;
const same = (row: string) => row;

describe('startPage', () => {
  it('reads one row more than asked for', () => {
    expect(startPage(listing, { limit: 10 })).toEqual({ rows: 11 });
  });

  it.each([0, -1, 1.5, 1001, Number.NaN])('refuses a limit of %s', (limit) => {
    expect(() => startPage(listing, { limit })).toThrow(expect.objectContaining({ code: 'records.bad-limit' }));
  });
});

describe('endPage', () => {
  it('has no next when the rows end with it', () => {
    const start = startPage(listing, { limit: 2 });
    expect(endPage(listing, start, ['a', 'b'], same)).toEqual({ items: ['a', 'b'] });
  });

  it('goes on after its last row', () => {
    const start = startPage(listing, { limit: 2 });
    const page = endPage(listing, start, ['a', 'b', 'c'], same);
    expect(page.items).toEqual(['a', 'b']);
    expect(startPage(listing, { limit: 2, cursor: page.next! })).toEqual({ rows: 3, after: 'b' });
  });
});
