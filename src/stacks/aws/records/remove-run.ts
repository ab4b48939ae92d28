import { UNDER_WAY } from '../../../tracking/rules/under-way.ts';
import type { Item } from './item.ts';
import { historyPartition, type Key, prefix, runKey, runPartition } from './keys.ts';
import { queryTable } from './query.ts';
import { getItem } from './read.ts';
import type { Table } from './table.ts';
import { deleteItem, deleteItems } from './write.ts';

/**
 * Removes a run that has ended with all items that are its own; false when there is none or it has not ended. The run
 * itself goes last, so that one whose removal was cut short is found again.
 */
export async function removeRun(table: Table, id: string): Promise<boolean> {
  const run = await getItem(table, runKey(id));
  const status = run?.['status']?.S;
  if (!run || UNDER_WAY.some((underWay) => underWay === status)) return false;
  const items = await queryTable(table, { partition: runPartition(id) });
  const keys = items.map(keyOf);
  for (const metric of metricsIn(keys)) {
    const points = await queryTable(table, { partition: historyPartition(id, metric) });
    await deleteItems(table, points.map(keyOf));
  }
  await deleteItems(
    table,
    keys.filter(({ sk }) => sk !== runKey(id).sk),
  );
  await deleteItem(table, runKey(id));
  return true;
}

function metricsIn(keys: readonly Key[]): string[] {
  return keys.filter(({ sk }) => sk.startsWith(prefix.metric)).map(({ sk }) => sk.slice(prefix.metric.length));
}

/** Keys are texts by the table's schema. */
function keyOf(item: Item): Key {
  return { pk: item['pk']!.S!, sk: item['sk']!.S! };
}
