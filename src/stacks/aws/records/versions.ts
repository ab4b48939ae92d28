import { counterBelow, encodeCounter } from '../../../tracking/keys/counter.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { RegistryStore } from '../../../tracking/record-store.ts';
import { checkRecordName } from '../../../tracking/rules/name.ts';
import { indexPage } from './index-page.ts';
import { allModels, modelPartition, versionKey, versionSortKey } from './keys.ts';
import { queryTable } from './query.ts';
import { getItem } from './read.ts';
import { registerVersion, readVersion } from './register-version.ts';
import type { Table } from './table.ts';

/** Models and their versions in DynamoDB. */
export function dynamoVersions(table: Table): Pick<RegistryStore, 'register' | 'version' | 'versions' | 'models'> {
  return {
    async register(version) {
      checkRecordName('model', version.model);
      return registerVersion(table, version);
    },
    async version(model, version) {
      const item = await getItem(table, versionKey(model, version));
      return item && readVersion(item);
    },
    async versions(model, request) {
      const listing = ['versions', model] as const;
      const start = startPage(listing, request);
      const range = { from: versionSortKey(0), to: versionSortKey(counterBelow(start.after)) };
      const items = await queryTable(table, {
        partition: modelPartition(model),
        range,
        order: 'descending',
        rows: start.rows,
      });
      return endPage(listing, start, items.map(readVersion), ({ version }) => encodeCounter(version));
    },
    async models(request) {
      const page = await indexPage(table, ['models'], allModels, request);
      return { ...page, items: page.items.map(({ gsk }) => gsk) };
    },
  };
}
