import { counterBelow, encodeCounter } from '../../../tracking/keys/counter.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { RegistryStore } from '../../../tracking/record-store.ts';
import { itemReader } from './item.ts';
import { aliasKey, changesPartition } from './keys.ts';
import { readChange, findRelease, promoteVersion, type Alias } from './promote-version.ts';
import { queryTable } from './query.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';

const readAlias = itemReader<Alias>({ version: 'N' });

/** Releases, their history and aliases in DynamoDB. */
export function dynamoReleases(table: Table): Pick<RegistryStore, 'release' | 'promote' | 'history' | 'alias'> {
  return {
    async release(model) {
      return findRelease(table, model);
    },
    async promote(promotion) {
      return promoteVersion(table, promotion);
    },
    async history(model, request) {
      const listing = ['releases', model] as const;
      const start = startPage(listing, request);
      const items = await queryTable(table, {
        partition: changesPartition(model),
        range: { from: encodeCounter(0), to: encodeCounter(counterBelow(start.after)) },
        order: 'descending',
        rows: start.rows,
      });
      return endPage(listing, start, items.map(readChange), ({ sequence }) => encodeCounter(sequence));
    },
    async alias(model, alias) {
      const item = await getItem(table, aliasKey(model, alias));
      return item && readAlias(item).version;
    },
  };
}
