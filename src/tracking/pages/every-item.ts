import type { Page, PageRequest } from '../record-store.ts';

const PAGE_ITEMS = 200;

/** The items of a listing, page after page as they are asked for. */
export async function* everyItem<T>(
  list: (page: PageRequest) => Promise<Page<T>>,
  pageItems = PAGE_ITEMS,
): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page = await list({ limit: pageItems, ...(cursor === undefined ? {} : { cursor }) });
    yield* page.items;
    cursor = page.next;
  } while (cursor !== undefined);
}
