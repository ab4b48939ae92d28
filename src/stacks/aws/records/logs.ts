import { decodeHistoryPosition, decodeRank, encodeHistoryPosition } from '../../../tracking/keys/metric-point.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { LogStore } from '../../../tracking/record-store.ts';
import { checkBatch } from '../../../tracking/rules/batch.ts';
import type { Item } from './item.ts';
import { historyPartition, prefix, runPartition } from './keys.ts';
import { putMetrics, putParameters, putTags, readRank, readText } from './log-items.ts';
import { queryTable } from './query.ts';
import type { Table } from './table.ts';

/** Metrics, parameters and tags in DynamoDB. */
export function dynamoLogs(table: Table): LogStore {
  return {
    async log(run, batch) {
      checkBatch(batch);
      await putParameters(table, run, batch.parameters ?? {});
      await putMetrics(table, run, batch.metrics ?? []);
      await putTags(table, run, batch.tags ?? {});
    },
    async data(run) {
      const [metrics, parameters, tags] = await Promise.all([
        fieldsOf(table, run, prefix.metric, (key, item) => decodeRank(key, readRank(item).rank)),
        fieldsOf(table, run, prefix.parameter, toText),
        fieldsOf(table, run, prefix.tag, toText),
      ]);
      return { metrics, parameters, tags };
    },
    async history(run, key, request) {
      const listing = ['history', run, key] as const;
      const start = startPage(listing, request);
      const range = start.after === undefined ? undefined : { above: start.after };
      const items = await queryTable(table, { partition: historyPartition(run, key), range, rows: start.rows });
      const points = items.map((item) => decodeHistoryPosition(key, item['sk']!.S!));
      return endPage(listing, start, points, encodeHistoryPosition);
    },
  };
}

async function fieldsOf<T>(
  table: Table,
  run: string,
  startsWith: string,
  valueOf: (key: string, item: Item) => T,
): Promise<Record<string, T>> {
  const items = await queryTable(table, { partition: runPartition(run), range: { startsWith } });
  return Object.fromEntries(
    items.map((item) => {
      const key = item['sk']!.S!.slice(startsWith.length);
      return [key, valueOf(key, item)];
    }),
  );
}

function toText(_key: string, item: Item): string {
  return readText(item).value;
}
