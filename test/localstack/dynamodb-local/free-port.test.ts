import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { freePort } from '../../../localstack/dynamodb-local/free-port.ts';

describe('freePort', () => {
  it('gives a port that can be listened at', async () => {
    const server = createServer().listen(await freePort(), '127.0.0.1');
    await once(server, 'listening');
    expect(server.listening).toBe(true);
    server.close();
  });
});
