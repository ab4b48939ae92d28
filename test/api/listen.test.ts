import { createServer, Server } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { listen } from '../../src/api/listen.ts';

const server = createServer();
afterEach(() => void server.close());

describe('listen', () => {
  it('answers the port it took, on this machine alone', async () => {
    const port = await listen(server, 0);
    expect(server.address()).toMatchObject({ address: '127.0.0.1', port });
  });

  it('says which port is in use', async () => {
    const port = await listen(server, 0);
    await expect(listen(createServer(), port)).rejects.toMatchObject({
      code: 'serve.port-in-use',
      facts: { seen: `127.0.0.1:${port}`, mend: expect.stringContaining('--port') },
    });
  });

  it.each([
    ['EACCES', { code: 'serve.port-refused', facts: { seen: '127.0.0.1:80' } }],
    ['EMFILE', { code: 'EMFILE' }],
  ])('tells a fault of the system (%s) as it is', async (code, expected) => {
    const listening = vi.spyOn(Server.prototype, 'listen').mockImplementation(() => {
      throw Object.assign(new Error('refused'), { code });
    });
    await expect(listen(createServer(), 80)).rejects.toMatchObject(expected);
    listening.mockRestore();
  });
});
