import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Call, callOf } from './call.ts';
import { drawFault, type Fault, type Misfortune } from './fault.ts';
import { type Answer, forward } from './forward.ts';
import { refusalOf } from './refusal.ts';

/** A proxy on this machine between the SDK and an emulator. */
export interface FaultProxy {
  readonly url: string;
  /** Lets calls meet faults from now on, and counts anew. */
  readonly disturb: (misfortune: Misfortune) => void;
  /** Calls that came, by service and operation, as `dynamodb GetItem`, and the faults that they met. */
  readonly counted: () => { readonly calls: ReadonlyMap<string, number>; readonly faults: ReadonlyMap<Fault, number> };
  readonly close: () => Promise<void>;
}

const LATE_MS = 300;
const BELATED_MS = 400;

/** Starts a proxy that lets all through until it is told to disturb. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  let misfortune: Misfortune = { seed: 0, share: 0 };
  let calls = new Map<string, number>();
  let faults = new Map<Fault, number>();
  const fate = (call: Call): Fault | undefined => {
    const name = `${call.service} ${call.operation}`;
    const fault = drawFault(misfortune, name, countIn(calls, name));
    if (fault) countIn(faults, fault);
    return fault;
  };
  const server = createServer((request, response) => {
    void pass(target, request, response, fate).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    disturb(next) {
      misfortune = next;
      calls = new Map();
      faults = new Map();
    },
    counted: () => ({ calls, faults }),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Counts one more, and answers how many there were. */
function countIn<T>(counts: Map<T, number>, name: T): number {
  const count = counts.get(name) ?? 0;
  counts.set(name, count + 1);
  return count;
}

async function pass(
  target: string,
  request: IncomingMessage,
  response: ServerResponse,
  fate: (call: Call) => Fault | undefined,
): Promise<void> {
  const call = callOf({ method: request.method!, url: request.url!, headers: request.headers });
  const fault = fate(call);
  if (fault === 'unsent') return void request.socket.destroy();
  const body = await buffer(request);
  if (fault === 'error' || fault === 'unavailable' || fault === 'throttled') {
    const { status, headers, body: text } = refusalOf(call, fault);
    return void response.writeHead(status, headers).end(text);
  }
  if (fault === 'belated') request.socket.destroy();
  if (fault === 'late' || fault === 'belated') await sleep(fault === 'late' ? LATE_MS : BELATED_MS);
  const answer = await forward(target, request, body);
  if (fault === 'unanswered' || fault === 'belated') return void request.socket.destroy();
  if (fault === 'cut') return cut(request, response, answer);
  response.writeHead(answer.status, answer.headers).end(answer.body);
}

/** Of an answer without a body not even the head comes. */
function cut(request: IncomingMessage, response: ServerResponse, { status, headers, body }: Answer): void {
  const half = body.subarray(0, body.length / 2);
  if (half.length === 0) return void request.socket.destroy();
  response.writeHead(status, headers).write(half, () => request.socket.destroy());
}
