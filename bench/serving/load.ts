import { Agent, request } from 'node:http';

export interface Load {
  readonly url: string;
  readonly body: string;
  /** Each with one connection, kept alive, and one request at a time. */
  readonly clients: number;
  readonly requestsPerClient: number;
}

export interface LoadResult {
  readonly requestsPerSecond: number;
  /** Sorted, of every request, in milliseconds. */
  readonly latenciesMs: Float64Array;
}

/** Sends requests from several clients at once; throws at the first answer that is not 200. */
export async function sendLoad(load: Load): Promise<LoadResult> {
  const startedMs = performance.now();
  const latencies = await Promise.all(Array.from({ length: load.clients }, () => sendFromClient(load)));
  const seconds = (performance.now() - startedMs) / 1_000;
  const latenciesMs = Float64Array.from(latencies.flat()).toSorted();
  return { requestsPerSecond: latenciesMs.length / seconds, latenciesMs };
}

/** The value below which a share of the sorted values lies. */
export function quantile(sorted: Float64Array, share: number): number {
  return sorted[Math.floor(share * (sorted.length - 1))]!;
}

async function sendFromClient({ url, body, requestsPerClient }: Load): Promise<readonly number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const latenciesMs: number[] = [];
  for (let sent = 0; sent < requestsPerClient; sent += 1) {
    const sentMs = performance.now();
    await post(url, body, agent);
    latenciesMs.push(performance.now() - sentMs);
  }
  agent.destroy();
  return latenciesMs;
}

function post(url: string, body: string, agent: Agent): Promise<void> {
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
    if (answer.statusCode !== 200) reject(new Error(`answered ${answer.statusCode}`));
    answer.resume().on('end', resolve).on('error', reject);
  });
  sent.on('error', reject).end(body);
  return promise;
}
