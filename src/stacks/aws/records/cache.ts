import type { CacheStore } from '../../../tracking/record-store.ts';
import type { CacheEntry } from '../../../tracking/step-record.ts';
import { encodeItem, itemReader, type Item, type Versioned } from './item.ts';
import { cacheEntryKey } from './keys.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';
import { deleteItem, putItem } from './write.ts';

const readEntry = itemReader<CacheEntry & Versioned>({ run: 'S', parts: 'M', outputs: 'M', log: 'M' });

/** Cache entries in DynamoDB. */
export function dynamoCache(table: Table): CacheStore {
  return {
    async get(cacheKey) {
      const item = await getItem(table, cacheEntryKey(cacheKey));
      return item && withoutVersion(item);
    },
    async put(cacheKey, entry) {
      await putItem(table, encodeItem(cacheEntryKey(cacheKey), { v: 1, ...entry }));
    },
    async remove(cacheKey) {
      await deleteItem(table, cacheEntryKey(cacheKey));
    },
  };
}

function withoutVersion(item: Item): CacheEntry {
  const { v: _v, ...entry } = readEntry(item);
  return entry;
}
