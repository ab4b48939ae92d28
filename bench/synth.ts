/** How long `cdk synth` of the whole app takes, in processes of its own: `node bench/synth.ts [ROUNDS]`, 3 unless told. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './median.ts';

const root = join(import.meta.dirname, '..');
const cdk = join(root, 'node_modules/.bin/cdk');

const [rounds = 3] = process.argv.slice(2).map(Number);
const seconds: number[] = [];
for (let round = 0; round < rounds; round++) seconds.push(await synthesise());
console.log(`cdk synth ${median(seconds).toFixed(1)} s, median of ${rounds}; the limit is 6 s`);

/** In a folder of its own, so that nothing is found that an earlier one left. */
async function synthesise(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  const startedAtMs = performance.now();
  try {
    await promisify(execFile)(process.execPath, [cdk, 'synth', '--quiet', '--no-notices', '--output', folder], {
      cwd: root,
    });
    return (performance.now() - startedAtMs) / 1_000;
  } finally {
    await rm(folder, { recursive: true });
  }
}
