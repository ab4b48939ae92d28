import { clean } from '../../../pipelines/customer-satisfaction/clean.ts';
import type { orders } from '../../../pipelines/customer-satisfaction/columns.ts';
import { ingest } from '../../../pipelines/customer-satisfaction/ingest.ts';
import { generateOrders } from '../../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import type { SourceFile } from '../../../src/data/source-file.ts';
import type { Table } from '../../../src/data/table.ts';
import { memoryFile } from '../../data/memory-file.ts';
import { quietContext } from './step-contexts.ts';

export type Rows = Table<typeof orders.columns>;
export const split = { seed: 42, testShare: 0.2 };

/** Orders as a file of memory. */
export function sourceOf(text: string): Promise<SourceFile> {
  return memoryFile('orders.csv', text);
}

/** Generated orders as CSV. */
export function generatedCsv(rows: number): string {
  return Buffer.concat([...generateOrders({ rows, seed: 7 })]).toString();
}

/** What `ingest` makes of generated orders. */
export async function generatedRows(rows = 2000): Promise<Rows> {
  const outputs = await ingest.run(
    {},
    { source: await sourceOf(generatedCsv(rows)), maxUnreadableShare: 0 },
    quietContext(),
  );
  return outputs.rows;
}

/** What `clean` makes of generated orders. */
export async function cleanedRows(rows = 2000) {
  return clean.run({ rows: await generatedRows(rows) }, split, quietContext());
}
