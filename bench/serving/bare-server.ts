import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What `sluice serve` is measured beside: Node's own server, which parses the body and answers a constant. */
const server = createServer((incoming, outgoing) => {
  const chunks: Buffer[] = [];
  incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
  incoming.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString('utf8'));
    outgoing.setHeader('content-type', 'application/json').end('{"predictions":[4]}');
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stderr.write(`serving on http://127.0.0.1:${(server.address() as AddressInfo).port} until Ctrl-C\n`);
});
process.once('SIGTERM', () => server.close());
