import { SluiceError } from '../../errors/sluice-error.ts';
import type { Page, PageRequest } from '../record-store.ts';
import { decodeCursor, encodeCursor, type Listing } from './cursor.ts';

const greatestLimit = 1000;

/** What an adapter reads for a page. */
interface PageStart {
  /** One row more than the page holds, which tells whether there is a next one. */
  readonly rows: number;
  /** Position of the last row of the page before. */
  readonly after?: string;
}

/** What to read for a page; throws `records.bad-limit` and `records.bad-cursor`. */
export function startPage(listing: Listing, request: PageRequest): PageStart {
  checkLimit(request.limit);
  const rows = request.limit + 1;
  return request.cursor === undefined ? { rows } : { rows, after: decodeCursor(listing, request.cursor) };
}

/** The page of the rows read, its `next` after the position of its last row. */
export function endPage<T>(
  listing: Listing,
  start: PageStart,
  rows: readonly T[],
  positionOf: (row: T) => string,
): Page<T> {
  if (rows.length < start.rows) return { items: rows };
  const items = rows.slice(0, start.rows - 1);
  return { items, next: encodeCursor(listing, positionOf(items.at(-1)!)) };
}

function checkLimit(limit: number): void {
  if (Number.isInteger(limit) && limit >= 1 && limit <= greatestLimit) return;
  throw new SluiceError({
    code: 'records.bad-limit',
    message: 'a page cannot hold that many',
    seen: String(limit),
    allowed: `a whole number from 1 to ${greatestLimit}`,
    mend: 'ask for a smaller page and follow `next`',
  });
}
