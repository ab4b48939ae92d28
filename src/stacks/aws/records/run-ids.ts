import { inLanes } from '../../../runs/in-lanes.ts';
import { indexEntries } from './index-page.ts';
import { allExperiments, experimentOf, runOf, runsByStart } from './keys.ts';
import type { Table } from './table.ts';

/**
 * Ids of all runs that begin so, from the keys in the index alone: about 7,000 of them come with one request, for the price
 * of reading 120 records.
 */
export async function runIdsBeginning(table: Table, prefix: string): Promise<string[]> {
  const experiments = await indexEntries(table, allExperiments);
  const runs = await inLanes(experiments, (entry) => indexEntries(table, runsByStart(experimentOf(entry))));
  return runs
    .flat()
    .map(runOf)
    .filter((id) => id.startsWith(prefix));
}
