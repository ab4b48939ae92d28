import { Agent, type IncomingHttpHeaders, type IncomingMessage, request as ask } from 'node:http';
import { buffer } from 'node:stream/consumers';

/** What a server answered, whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const agent = new Agent({ keepAlive: false });

/** Asks a server what another was asked, and answers what it says; the body is sent as it came. */
export async function forward(target: string, asked: IncomingMessage, body: Buffer): Promise<Answer> {
  const { method, url, headers } = asked;
  const { hostname, port } = new URL(target);
  const { expect: _expect, connection: _connection, ...sent } = headers;
  const answered = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = ask({ hostname, port, method, path: url, headers: sent, agent }, resolve);
    request.on('error', reject).end(body);
  });
  const { connection: _hop, 'transfer-encoding': _encoding, ...answer } = answered.headers;
  const bytes = await buffer(answered);
  // How long the body of an answer to HEAD would be is told without one.
  const length = method === 'HEAD' ? {} : { 'content-length': String(bytes.length) };
  return { status: answered.statusCode!, headers: { ...answer, ...length }, body: bytes };
}
