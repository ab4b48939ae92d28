import type { Server, ServerResponse } from 'node:http';
import { Server as TcpServer } from 'node:net';
import { promisify } from 'node:util';

/**
 * Watches a server that has no listeners yet and answers how to close it: no new connections, the answers under way
 * sent whole, connections kept alive ended; after `graceMs` whatever is left is cut. Closing may be repeated.
 */
export function gentleClose(server: Server, graceMs: number): () => Promise<void> {
  const underWay = new Set<ServerResponse>();
  let closing = false;
  const endIdle = () => {
    if (closing && underWay.size === 0) server.closeIdleConnections();
  };
  server.on('request', (_request, answer) => {
    underWay.add(answer);
    if (closing) answer.shouldKeepAlive = false;
    answer.once('close', () => {
      underWay.delete(answer);
      endIdle();
    });
  });
  const close = async () => {
    closing = true;
    // Not `server.close`: it also ends connections whose answer is written but not yet sent.
    const ended = promisify(TcpServer.prototype.close).call(server);
    endIdle();
    const grace = setTimeout(() => server.closeAllConnections(), graceMs);
    await ended;
    clearTimeout(grace);
  };
  let closed: Promise<void> | undefined;
  return () => (closed ??= close());
}
