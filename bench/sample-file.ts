import { existsSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { customerSatisfaction } from '../pipelines/customer-satisfaction/pipeline.ts';
import { writeSample } from '../src/cli/sample/write-sample.ts';

/** Path of a generated file of orders, written once for each count of rows. */
export async function sampleFile(rows: number): Promise<string> {
  const sample = customerSatisfaction.samples['source']!;
  const path = `.sluice/bench/orders-${rows}.csv`;
  if (existsSync(path)) return path;
  await writeSample(sample, { rows, seed: sample.seed }, `${path}.part`);
  await rename(`${path}.part`, path);
  return path;
}
