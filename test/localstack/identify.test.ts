import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identify } from '../../localstack/identify.ts';

let documents: Record<string, object>;
let server: Server;
let endpoint: string;
beforeEach(async () => {
  documents = {};
  server = createServer(({ url = '' }, response) => {
    const document = documents[url];
    response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document ?? {}));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

describe('identify', () => {
  it.each([
    ['LocalStack', '/_localstack/info', '4.14.0'],
    ['MiniStack', '/_ministack/health', '1.5.33'],
  ])('tells %s by %s', async (name, path, version) => {
    documents = { [path]: { version, edition: 'light' }, '/_localstack/health': { version } };
    expect(await identify(endpoint)).toEqual({ name, version });
  });

  it('does not guess', async () => {
    documents = { '/_localstack/health': { version: '1' } };
    expect(await identify(endpoint)).toBeUndefined();
  });
});
