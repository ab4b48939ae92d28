import { readParquet } from '../../src/data/parquet/read.ts';
import { requireRows } from '../../src/data/require-rows.ts';
import type { SourceFile } from '../../src/data/source-file.ts';
import { step } from '../../src/pipeline/step.ts';
import { flights } from './columns.ts';

/** Reads flights of a Parquet file. Throws as `readParquet`, and `data.no-rows`. */
export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: flights },
  policy: { memoryMb: 1_769 },
  run: async (_inputs, { source }: { source: SourceFile }, { progress }) => ({
    rows: requireRows(await readParquet(source, flights.columns, progress), source.name),
  }),
});
