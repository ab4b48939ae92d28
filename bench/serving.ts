/**
 * One-row predictions of the released sample model over HTTP, `sluice serve` in a process of its own, beside Node's
 * bare server: `node bench/serving.ts`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FEATURES } from '../pipelines/customer-satisfaction/columns.ts';
import { quantile, sendLoad, type Load } from './serving/load.ts';
import { runScript, startServer } from './serving/server-process.ts';

const WARM_UP_REQUESTS = 3_000;
const REQUESTS_PER_CLIENT = 5_000;

const command = 'src/cli/bin.mjs';
const body = JSON.stringify({ dataframe_records: [Object.fromEntries(FEATURES.map((name) => [name, 10]))] });
const home = await mkdtemp(join(tmpdir(), 'sluice-'));
try {
  const environment = { SLUICE_HOME: home };
  await runScript([command, 'try', 'customer-satisfaction', '--once'], environment);
  await measure('sluice serve', [command, 'serve', '--port', '0'], environment);
  await measure('bare node:http', ['bench/serving/bare-server.ts'], {});
} finally {
  await rm(home, { recursive: true });
}

async function measure(name: string, words: readonly string[], environment: Record<string, string>): Promise<void> {
  const server = await startServer(words, environment);
  const url = `${server.url}/models/customer-satisfaction/invocations`;
  await sendLoad({ url, body, clients: 1, requestsPerClient: WARM_UP_REQUESTS });
  for (const clients of [1, 8]) await report(name, { url, body, clients, requestsPerClient: REQUESTS_PER_CLIENT });
  await server.stop();
}

async function report(name: string, load: Load): Promise<void> {
  const { requestsPerSecond, latenciesMs } = await sendLoad(load);
  const [p50, p95, p99] = [0.5, 0.95, 0.99].map((share) => quantile(latenciesMs, share).toFixed(3));
  const rate = Math.round(requestsPerSecond);
  console.log(`${name.padEnd(16)}${load.clients} clients  p50 ${p50} ms  p95 ${p95} ms  p99 ${p99} ms  ${rate} req/s`);
}
