/**
 * The whole customer-satisfaction pipeline beside the tutorial's on ZenML and MLflow, cold and cached, each run in a
 * process of its own and in turns: `node bench/pipeline.ts [ROWS] [ROUNDS]`, 115,609 rows and 3 rounds unless told.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sampleFile } from './sample-file.ts';
import { median } from './median.ts';
import { pythonWith } from './peers/python-with.ts';

interface Candidate {
  /** Makes a place without any earlier run. */
  readonly setUp: (home: string) => Promise<unknown>;
  readonly run: (home: string) => Promise<unknown>;
}
interface Measured {
  readonly cold: number;
  readonly cached: number;
}

const [rows = 115_609, rounds = 3] = process.argv.slice(2).map(Number);
const source = await sampleFile(rows);
const python = await pythonWith('zenml');

const candidates: Readonly<Record<string, Candidate>> = {
  sluice: {
    setUp: async () => undefined,
    run: (home) =>
      start(process.execPath, ['src/cli/bin.mjs', 'run', 'customer-satisfaction', '--param', `source=${source}`], {
        SLUICE_HOME: home,
      }),
  },
  'zenml + mlflow': {
    setUp: (home) => startPeer(home, 'setup'),
    run: (home) => startPeer(home, 'run', source),
  },
};

const measured = new Map<string, Measured[]>(Object.keys(candidates).map((name) => [name, []]));
for (let round = 0; round < rounds; round++) {
  for (const [name, candidate] of Object.entries(candidates)) measured.get(name)!.push(await measure(candidate));
}
report();

async function measure({ setUp, run }: Candidate): Promise<Measured> {
  const home = await mkdtemp(join(tmpdir(), 'sluice-bench-'));
  try {
    await setUp(home);
    const cold = await secondsOf(() => run(home));
    await run(home); // judges the model once more, against the champion that the first run made it
    return { cold, cached: await secondsOf(() => run(home)) };
  } finally {
    await rm(home, { recursive: true });
  }
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const startedAtMs = performance.now();
  await work();
  return (performance.now() - startedAtMs) / 1_000;
}

function startPeer(home: string, ...words: string[]) {
  const environment = {
    ZENML_CONFIG_PATH: join(home, 'config'),
    ZENML_LOCAL_STORES_PATH: join(home, 'stores'),
    ZENML_ANALYTICS_OPT_IN: 'false',
    ZENML_ENABLE_RICH_TRACEBACK: 'false',
    AUTO_OPEN_DASHBOARD: 'false',
  };
  return start(python, ['bench/peers/zenml_pipeline.py', ...words], environment);
}

function start(command: string, words: readonly string[], environment: Record<string, string>) {
  return promisify(execFile)(command, words, { env: { ...process.env, ...environment }, maxBuffer: 1 << 26 });
}

function report(): void {
  console.log(`${rows} rows, medians of ${rounds}`);
  for (const kind of ['cold', 'cached'] as const) {
    const peer = median(measured.get('zenml + mlflow')!.map((one) => one[kind]));
    for (const [name, runs] of measured) {
      const seconds = median(runs.map((one) => one[kind]));
      console.log(`${kind.padEnd(8)}${name.padEnd(16)}${seconds.toFixed(2)} s  1/${(peer / seconds).toFixed(1)}`);
    }
  }
}
