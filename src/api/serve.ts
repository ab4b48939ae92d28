import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { errorResponse } from './error-response.ts';
import { loopbackGuard } from './loopback-guard.ts';
import { SluiceError } from '../errors/sluice-error.ts';

const HOSTNAME = '127.0.0.1';

export interface Serving {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests and resolves when those under way are answered. */
  close(): Promise<void>;
}

/**
 * Serves an app to this machine alone, on any free port if `port` is 0. Throws `serve.port-in-use` and
 * `serve.port-refused`.
 */
export async function serve({ app, port }: { readonly app: Hono; readonly port: number }): Promise<Serving> {
  const server: Server = createServer(getRequestListener(guarded(app, () => portOf(server)).fetch));
  await listen(server, port);
  return { url: `http://${HOSTNAME}:${portOf(server)}`, close: promisify(server.close.bind(server)) };
}

function guarded(app: Hono, port: () => number): Hono {
  const outer = new Hono();
  outer.use(loopbackGuard(port));
  outer.all('*', (context) => app.fetch(context.req.raw, context.env));
  outer.onError(errorResponse(console.error));
  return outer;
}

/** A server listening on TCP has an address with a port. */
function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, HOSTNAME);
    await once(server, 'listening');
  } catch (error) {
    throw listenFault(port, error);
  }
}

function listenFault(port: number, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return portInUse(port, cause);
  if (code === 'EACCES') return portRefused(port, cause);
  return cause;
}

function portInUse(port: number, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'serve.port-in-use',
    message: 'another program listens on this port',
    seen: `${HOSTNAME}:${port}`,
    allowed: 'a free port, or 0 for any',
    mend: 'end the other program, or serve on another port with `--port N`',
    cause,
  });
}

function portRefused(port: number, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'serve.port-refused',
    message: 'the system does not let this program listen on the port',
    seen: `${HOSTNAME}:${port}`,
    allowed: 'ports from 1024 on, for most users',
    mend: 'serve on a higher port with `--port N`',
    cause,
  });
}
