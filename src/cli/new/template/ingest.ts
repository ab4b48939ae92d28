import { readCsv } from '../../../data/csv/read.ts';
import { requireRows } from '../../../data/require-rows.ts';
import type { SourceFile } from '../../../data/source-file.ts';
import { step } from '../../../pipeline/step.ts';
import { flats } from './columns.ts';

/** Reads the columns in use of a CSV file. */
export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: flats },
  run: async (_inputs, { source }: { source: SourceFile }) => ({
    rows: requireRows(await readCsv(source, flats.columns), source.name),
  }),
});
