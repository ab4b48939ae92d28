import { existsSync } from 'node:fs';
import { mkdir, open, rename } from 'node:fs/promises';
import { ArrowFileWriter } from '../../src/data/arrow/arrow-file-writer.ts';
import { tableOf } from '../../src/data/table-of.ts';
import type { Table } from '../../src/data/table.ts';
import { randomIntegers } from '../../src/models/bootstrap/random.ts';
import { COLUMNS, FEATURES, TARGET } from './columns.ts';

const BATCH_ROWS = 65_536;

/** Path of an Arrow file of generated numbers, written once for each count of rows. */
export async function numbersFile(rows: number): Promise<string> {
  const path = `.sluice/bench/numbers-${rows}.arrow`;
  if (existsSync(path)) return path;
  await mkdir('.sluice/bench', { recursive: true });
  const file = await open(`${path}.part`, 'w');
  const writer = new ArrowFileWriter(COLUMNS);
  const next = randomIntegers(rows);
  for (let first = 0; first < rows; first += BATCH_ROWS) {
    const batch = madeRows(Math.min(BATCH_ROWS, rows - first), () => next() / 2 ** 32);
    for (const bytes of writer.batch(batch, first)) await file.write(bytes);
  }
  for (const bytes of writer.end()) await file.write(bytes);
  await file.close();
  await rename(`${path}.part`, path);
  return path;
}

/** Features of different means and widths, each adding to the target, and noise. */
function madeRows(count: number, even: () => number): Table {
  const target = new Float64Array(count);
  const features = FEATURES.map((name, j): [string, Float64Array] => {
    const values = new Float64Array(count);
    for (let row = 0; row < count; row += 1) {
      values[row] = j + (1 + j / 4) * even();
      target[row]! += (j % 3) * values[row]!;
    }
    return [name, values];
  });
  for (let row = 0; row < count; row += 1) target[row]! += even() + even();
  return tableOf(COLUMNS, { ...Object.fromEntries(features), [TARGET]: target });
}
