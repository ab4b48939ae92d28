import { readCsv } from '../../src/data/csv/read.ts';
import { readCsvWithReport } from '../../src/data/csv/read-with-report.ts';
import { requireRows } from '../../src/data/require-rows.ts';
import type { SourceFile } from '../../src/data/source-file.ts';
import type { StepLogger } from '../../src/pipeline/step-context.ts';
import { step } from '../../src/pipeline/step.ts';
import { orders } from './columns.ts';

interface Source {
  readonly source: SourceFile;
  /** Of all rows, from 0 to 1; 0 refuses the first that can't be read. */
  readonly maxUnreadableShare: number;
}

/** Reads the columns in use of an Olist CSV file. Throws as `readCsv` and `readCsvWithReport`, and `data.no-rows`. */
export const ingest = step({
  name: 'ingest',
  inputs: {},
  outputs: { rows: orders },
  policy: { memoryMb: 1_769 },
  run: async (_inputs, { source, maxUnreadableShare }: Source, { log }) => {
    const rows =
      maxUnreadableShare === 0
        ? await readCsv(source, orders.columns)
        : await readReadable(source, maxUnreadableShare, log);
    return { rows: requireRows(rows, source.name) };
  },
});

async function readReadable(source: SourceFile, maxUnreadableShare: number, log: StepLogger) {
  const { table, unreadable } = await readCsvWithReport(source, orders.columns, { maxUnreadableShare });
  log.metric('rows.unreadable', unreadable.count);
  if (unreadable.examples.length > 0) log.tag('rows.unreadable', quote(unreadable.examples));
  return table;
}

function quote(examples: readonly { readonly line: number; readonly reason: string }[]): string {
  return examples.map(({ line, reason }) => `line ${line}: ${reason}`).join('; ');
}
