/**
 * Thirteen typed columns of a CSV file in the shape of Olist's, beside polars, each in processes of its own and in
 * turns: `node bench/csv.ts [ROWS] [ROUNDS]`, 2,300,000 rows (1 GB) and 5 rounds unless told.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openLocalSourceFile } from '../src/stacks/local/local-source-file.ts';
import { CSV_COLUMNS } from './csv/columns.ts';
import { median } from './median.ts';
import { pythonWith } from './peers/python-with.ts';
import { sampleFile } from './sample-file.ts';

interface Measured {
  readonly seconds: number;
  readonly rows: number;
  readonly residentMb: number;
}

const [rows = 2_300_000, rounds = 5] = process.argv.slice(2).map(Number);
const python = await pythonWith('csv');
// Read once for its hash: from here on it is in the page cache.
const { name, uri, sha256, sizeBytes } = await openLocalSourceFile(await sampleFile(rows));
const path = `.sluice/bench/${name}`;
const facts = JSON.stringify({ name, uri, sha256, sizeBytes });

const ours = (way: string) => () => measure(process.execPath, ['bench/csv/read-orders.ts', way, facts]);
const candidates = {
  polars: () => measure(python, ['bench/peers/read_csv.py', path, JSON.stringify(CSV_COLUMNS)]),
  'batches, two cores': ours('cores'),
  'batches, one core': ours('core'),
  'batches, checked against the hash': ours('checked'),
  'checked, to an Arrow file': ours('arrow'),
};

const measured = new Map<string, Measured[]>(Object.keys(candidates).map((candidate) => [candidate, []]));
for (let round = 0; round < rounds; round++) {
  for (const [candidate, run] of Object.entries(candidates)) measured.get(candidate)!.push(await run());
}
report();

async function measure(command: string, words: readonly string[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(command, words);
  const result = JSON.parse(stdout) as Measured;
  if (result.rows !== rows) throw new Error(`${words.join(' ')}: ${result.rows} rows instead of ${rows}`);
  return result;
}

function report(): void {
  const peer = median(measured.get('polars')!.map(({ seconds }) => seconds));
  console.log(`${rows} rows, ${(sizeBytes / 1e9).toFixed(2)} GB, medians of ${rounds}`);
  for (const [candidate, runs] of measured) {
    const seconds = median(runs.map((run) => run.seconds));
    const residentMb = Math.max(...runs.map((run) => run.residentMb));
    const ratio = (seconds / peer).toFixed(2);
    console.log(
      `${candidate.padEnd(36)}${seconds.toFixed(2)} s  ${ratio} × polars  ${Math.round(residentMb)} MB resident`,
    );
  }
}
