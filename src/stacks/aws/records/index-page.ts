import type { Listing } from '../../../tracking/pages/cursor.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { Page, PageRequest } from '../../../tracking/record-store.ts';
import type { Item } from './item.ts';
import type { IndexKey, Key } from './keys.ts';
import { queryIndex } from './query.ts';
import { getItems } from './read.ts';
import type { Table } from './table.ts';

/** An entry of the index: where it stands in there, and the item it is of. */
type IndexEntry = Key & IndexKey;

/** A page of a partition of the index. */
export async function indexPage(
  table: Table,
  listing: Listing,
  partition: string,
  request: PageRequest,
): Promise<Page<IndexEntry>> {
  const start = startPage(listing, request);
  const range = start.after === undefined ? undefined : { above: start.after };
  const rows = await queryIndex(table, { partition, range, rows: start.rows });
  return endPage(listing, start, rows.map(toEntry), ({ gsk }) => gsk);
}

/** All of a partition of the index. */
export async function indexEntries(table: Table, partition: string): Promise<IndexEntry[]> {
  return (await queryIndex(table, { partition })).map(toEntry);
}

/** The whole items of a page's entries, in their order; those removed meanwhile are left out. */
export async function wholeItems(table: Table, entries: readonly IndexEntry[]): Promise<Item[]> {
  const items = await getItems(
    table,
    entries.map(({ pk, sk }) => ({ pk, sk })),
  );
  const byKey = new Map(items.map((item) => [keyText(item, 'pk') + keyText(item, 'sk'), item]));
  return entries.map(({ pk, sk }) => byKey.get(pk + sk)).filter((item) => item !== undefined);
}

function toEntry(row: Item): IndexEntry {
  return { pk: keyText(row, 'pk'), sk: keyText(row, 'sk'), gpk: keyText(row, 'gpk'), gsk: keyText(row, 'gsk') };
}

/** Keys are texts by the table's schema. */
function keyText(item: Item, name: keyof IndexEntry): string {
  return item[name]!.S!;
}
