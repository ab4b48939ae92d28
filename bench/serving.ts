/**
 * One-row predictions of the released sample model over HTTP, `sluice serve` in a process of its own, beside Node's
 * bare server and, with `--mlflow`, MLflow's scoring server: `node bench/serving.ts [--mlflow]`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FEATURES } from '../pipelines/customer-satisfaction/columns.ts';
import { pythonWith } from './peers/python-with.ts';
import { quantile, sendLoad } from './serving/load.ts';
import { runScript, startServer, type Server } from './serving/server-process.ts';

interface Candidate extends Server {
  readonly name: string;
  readonly path: string;
  readonly requestsPerClient: number;
}
interface Measured {
  readonly name: string;
  readonly clients: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly requestsPerSecond: number;
}

const command = 'src/cli/bin.mjs';
const body = JSON.stringify({ dataframe_records: [Object.fromEntries(FEATURES.map((name) => [name, 10]))] });
const home = await mkdtemp(join(tmpdir(), 'sluice-'));
const ours = { path: '/models/customer-satisfaction/invocations', requestsPerClient: 5_000 };
const candidates: Candidate[] = [
  { name: 'sluice serve', words: [command, 'serve', '--port', '0'], environment: { SLUICE_HOME: home }, ...ours },
  { name: 'bare node:http', words: ['bench/serving/bare-server.ts'], ...ours },
];
try {
  if (process.argv.includes('--mlflow')) candidates.push(await mlflow());
  await runScript([command, 'try', 'customer-satisfaction', '--once'], { SLUICE_HOME: home });
  const measured: Measured[] = [];
  for (const candidate of candidates) measured.push(...(await measure(candidate)));
  report(measured);
} finally {
  await rm(home, { recursive: true });
}

async function mlflow(): Promise<Candidate> {
  const python = await pythonWith('zenml');
  return {
    name: 'mlflow',
    command: python,
    words: ['bench/peers/serve_model.py', home, ...FEATURES],
    environment: { PATH: `${dirname(python)}:${process.env['PATH']}` },
    path: '/invocations',
    requestsPerClient: 500,
  };
}

async function measure({ name, path, requestsPerClient, ...server }: Candidate): Promise<Measured[]> {
  const running = await startServer(server);
  const url = running.url + path;
  try {
    await sendLoad({ url, body, clients: 1, requestsPerClient: Math.ceil(requestsPerClient / 2) });
    return [await measureClients(1), await measureClients(8)];
  } finally {
    await running.stop();
  }

  async function measureClients(clients: number): Promise<Measured> {
    const { requestsPerSecond, latenciesMs } = await sendLoad({ url, body, clients, requestsPerClient });
    const [p50Ms, p99Ms] = [quantile(latenciesMs, 0.5), quantile(latenciesMs, 0.99)];
    return { name, clients, p50Ms, p99Ms, requestsPerSecond };
  }
}

/** Ratios are those of the last peer. */
function report(measured: readonly Measured[]): void {
  const peer = candidates.at(-1)!.name;
  for (const { name, clients, p50Ms, p99Ms, requestsPerSecond } of measured) {
    const beside = measured.find((other) => other.name === peer && other.clients === clients)!;
    const ratio = (requestsPerSecond / beside.requestsPerSecond).toFixed(2);
    const figures = `p50 ${p50Ms.toFixed(3)} ms  p99 ${p99Ms.toFixed(3)} ms  ${Math.round(requestsPerSecond)} req/s`;
    console.log(`${name.padEnd(16)}${clients} clients  ${figures}  ${ratio} × ${peer}`);
  }
}
