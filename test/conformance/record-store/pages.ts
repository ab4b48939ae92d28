import { expect } from 'vitest';
import type { Page, PageRequest } from '../../../src/tracking/record-store.ts';

/** Page sizes that cut a listing everywhere, somewhere and nowhere. */
export const pageSizes = [1, 7, 100] as const;

/** All items of a listing, read page by page to the end. */
export async function allPages<T>(list: (request: PageRequest) => Promise<Page<T>>, limit: number): Promise<T[]> {
  const items: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(cursor === undefined ? { limit } : { limit, cursor });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== undefined);
  return items;
}

/** What `refusals` are of a listing that takes its own cursors only. */
export const strict = {
  cursors: Array.from({ length: 4 }, () => 'records.bad-cursor'),
  limits: Array.from({ length: 4 }, () => 'records.bad-limit'),
};

/** The codes with which a listing refuses what is no cursor of its own, and limits out of range. */
export async function refusals<T>(
  list: (request: PageRequest) => Promise<Page<T>>,
  foreignCursor: string,
): Promise<typeof strict> {
  const codeOf = (request: PageRequest) =>
    list(request).then(
      () => 'none',
      (error: { readonly code: string }) => error.code,
    );
  const foreign = ['', 'x', 'bm90aGluZw', foreignCursor];
  return {
    cursors: await Promise.all(foreign.map((cursor) => codeOf({ limit: 1, cursor }))),
    limits: await Promise.all([0, 1001, 1.5, -1].map((limit) => codeOf({ limit }))),
  };
}
