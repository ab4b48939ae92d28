/**
 * What the predict function takes to initialise beside a file that only makes its two clients, both bundled as they are
 * deployed, each loaded in processes of its own and in turns: `node bench/initialisation.ts [ROUNDS]`, 20 unless told.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { bundle } from '../cdk/bundle.ts';
import { entriesOf } from '../cdk/entries.ts';
import { median } from './median.ts';

const CLIENTS = `import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
export const clients = [new DynamoDBClient({}), new S3Client({})];`;
const LOAD = `const startedAtMs = performance.now();
await import(process.argv[1]);
console.log(performance.now() - startedAtMs);`;

const [rounds = 20] = process.argv.slice(2).map(Number);
const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
try {
  const predict = entriesOf([]).get('predict')!;
  await bundle(
    join(import.meta.dirname, '..'),
    folder,
    new Map([
      ['clients', CLIENTS],
      ['predict', predict],
    ]),
  );
  await report(await measure(['clients', 'predict']));
} finally {
  await rm(folder, { recursive: true });
}

async function measure(names: readonly string[]): Promise<Map<string, number[]>> {
  const measured = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of names) measured.get(name)!.push(await loadMs(name));
  }
  return measured;
}

/** On the options and variables that the deployed function has. */
async function loadMs(name: string): Promise<number> {
  const words = ['--enable-source-maps', '--input-type=module', '--eval', LOAD, pathToFileURL(moduleOf(name)).href];
  const env = { AWS_REGION: 'eu-central-1', SLUICE_TABLE: 'table', SLUICE_BUCKET: 'bucket' };
  const { stdout } = await promisify(execFile)(process.execPath, words, { env });
  return Number(stdout);
}

function moduleOf(name: string): string {
  return join(folder, name, 'index.mjs');
}

async function report(measured: Map<string, number[]>): Promise<void> {
  const clientsMs = median(measured.get('clients')!);
  console.log(`medians of ${rounds}`);
  for (const [name, times] of measured) {
    const { size: sizeBytes } = await stat(moduleOf(name));
    const ms = median(times);
    console.log(
      `${name.padEnd(10)}${(sizeBytes / 1000).toFixed(0).padStart(5)} kB  ${ms.toFixed(0).padStart(4)} ms  ${(ms / clientsMs).toFixed(2)}`,
    );
  }
}
