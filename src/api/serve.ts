import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { SluiceError } from '../errors/sluice-error.ts';
import { errorAnswer } from './error-response.ts';
import { gentleClose } from './gentle-close.ts';
import { HOSTNAME, listen } from './listen.ts';
import { loopbackGuard } from './loopback-guard.ts';

/** Longer than a prediction of the largest body takes. */
const GRACE_MS = 5_000;

export interface Serving {
  /** Without a slash at the end. */
  readonly url: string;
  /** Takes no more requests and resolves when those under way are answered, at most five seconds later. */
  close(): Promise<void>;
}

/**
 * Serves an app to this machine alone, on any free port if `port` is 0. Throws `serve.port-in-use` and
 * `serve.port-refused`.
 */
export async function serve({ app, port }: { readonly app: Hono; readonly port: number }): Promise<Serving> {
  const server = createServer();
  const close = gentleClose(server, GRACE_MS);
  const bound = await listen(server, port);
  const listener = getRequestListener(guarded(app, bound), { errorHandler: (error) => refuse(badRequest(error)) });
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing));
  return { url: `http://${HOSTNAME}:${bound}`, close };
}

function guarded(app: Hono, port: number): (request: Request, environment: object) => Response | Promise<Response> {
  const guard = loopbackGuard(port);
  return (request, environment) => {
    try {
      guard(request.headers);
    } catch (error) {
      return refuse(error);
    }
    return app.fetch(request, environment);
  };
}

function refuse(error: unknown): Response {
  const { status, body } = errorAnswer(error, console.error);
  return Response.json(body, { status });
}

/** The request's line or Host header make no URL. */
function badRequest(cause: unknown): SluiceError {
  return new SluiceError({
    code: 'api.bad-request',
    message: 'the address of the request cannot be read',
    seen: cause instanceof Error ? cause.message.slice(0, 200) : 'a request without an address',
    allowed: 'a path that begins with /, and a Host header',
    mend: 'mend the address',
    cause,
  });
}
