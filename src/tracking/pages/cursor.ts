import { SluiceError } from '../../errors/sluice-error.ts';

/** A listing's name and its arguments, as `['runs', experimentId]`. */
export type Listing = readonly [name: string, ...parameters: string[]];

/** The opaque text that goes on after a position of a listing: base64url of JSON. */
export function encodeCursor(listing: Listing, after: string): string {
  return Buffer.from(JSON.stringify([...listing, after])).toString('base64url');
}

/** The position in a cursor of this listing; any other text throws `records.bad-cursor`. */
export function decodeCursor(listing: Listing, cursor: string): string {
  const after = lastText(cursor);
  if (after === undefined || encodeCursor(listing, after) !== cursor) {
    throw new SluiceError({
      code: 'records.bad-cursor',
      message: 'the cursor is not one of this listing',
      seen: cursor.slice(0, 100),
      allowed: '`next` of the page before, of the same listing with the same arguments',
      mend: 'list again without a cursor, and pass on `next` as it is',
    });
  }
  return after;
}

function lastText(cursor: string): string | undefined {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const last: unknown = Array.isArray(parts) ? parts.at(-1) : undefined;
    return typeof last === 'string' ? last : undefined;
  } catch {
    return undefined; // no JSON: the caller says so as it does of any foreign text
  }
}
