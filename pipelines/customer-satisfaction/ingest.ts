import { readCsv } from '../../src/data/csv/read.ts';
import { requireRows } from '../../src/data/require-rows.ts';
import type { SourceFile } from '../../src/data/source-file.ts';
import { step } from '../../src/pipeline/step.ts';
import { orders } from './columns.ts';

/** Reads the columns in use of an Olist CSV file. Throws as `readCsv`, and `data.no-rows`. */
export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: orders },
  policy: { memoryMb: 1_769 },
  run: async (_inputs, { source }: { source: SourceFile }) => ({
    rows: requireRows(await readCsv(source, orders.columns), source.name),
  }),
});
