/**
 * Reads 13 typed columns of a CSV file in a process of its own, and writes seconds, rows and megabytes resident as
 * JSON: `node read-orders.ts WAY FACTS`, the facts of the file as JSON.
 */
import { fileURLToPath } from 'node:url';
import { Spool } from '../../src/artifacts/spool.ts';
import type { FileFacts } from '../../src/data/checked-bytes.ts';
import { csvLimits } from '../../src/data/csv/csv-limits.ts';
import { type Division, divisionHere } from '../../src/data/csv/parallel/division.ts';
import { workerCrew } from '../../src/data/csv/parallel/segment-crew.ts';
import { readBatches } from '../../src/data/csv/read-batches.ts';
import type { Table } from '../../src/data/table.ts';
import { readLocalFile } from '../../src/stacks/local/local-file.ts';
import { localSourceFile } from '../../src/stacks/local/local-source-file.ts';
import { CSV_COLUMNS } from './columns.ts';

const ONE_CORE: Division = { serialBytes: Infinity, segmentBytes: 1, threadCount: 1, startCrew: workerCrew };

const WAYS: Readonly<Record<string, (facts: FileFacts) => Promise<number>>> = {
  /** On one core. */
  core: (facts) => countRows(batches(readLocalFile(fileURLToPath(facts.uri)), ONE_CORE)),
  /** On all cores. */
  cores: (facts) => countRows(batches(readLocalFile(fileURLToPath(facts.uri)), divisionHere())),
  /** As a step reads: on all cores, and the bytes are checked against their hash on the way. */
  checked: (facts) => countRows(batches(localSourceFile(facts).read(), divisionHere())),
  /** As a step that gives a streamed table: checked, and written to an Arrow file. */
  arrow: async (facts) => {
    await using spool = new Spool();
    const read = () => batches(localSourceFile(facts).read(), divisionHere());
    return (await spool.add({ columns: CSV_COLUMNS, batches: read })).rowCount;
  },
};

const [way, file] = process.argv.slice(2);
const begunMs = performance.now();
const rows = await WAYS[way!]!(JSON.parse(file!) as FileFacts);
const seconds = (performance.now() - begunMs) / 1000;
console.log(JSON.stringify({ seconds, rows, residentMb: process.resourceUsage().maxRSS / 1024 }));

function batches(source: AsyncIterable<Uint8Array>, division: Division | undefined): AsyncGenerator<Table> {
  return readBatches(source, CSV_COLUMNS, csvLimits({}), division);
}

async function countRows(tables: AsyncIterable<Table>): Promise<number> {
  let count = 0;
  for await (const { rowCount } of tables) count += rowCount;
  return count;
}
