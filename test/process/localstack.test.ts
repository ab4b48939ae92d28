import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

/** What was asked of the server that is taken for an emulator, as `METHOD path body`. */
let asked: string[];
let account: string;
let server: Server;
let endpoint: string;

beforeEach(async () => {
  asked = [];
  account = '000000000000';
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    asked.push(`${request.method} ${request.url} ${body}`.trim());
    response.end(`<GetCallerIdentityResult><Account>${account}</Account></GetCallerIdentityResult>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => new Promise((resolve) => server.close(resolve)));

function localstack(AWS_ENDPOINT_URL: string, ...words: string[]): Promise<{ exitCode: unknown; stderr: string }> {
  const env = { ...process.env, AWS_ENDPOINT_URL };
  return new Promise((resolve) => {
    execFile(process.execPath, ['localstack/main.ts', ...words], { env }, (error, _stdout, stderr) =>
      resolve({ exitCode: error?.code ?? 0, stderr }),
    );
  });
}

describe('npm run localstack', () => {
  it.each(['https://dynamodb.us-east-1.amazonaws.com', 'http://emulator.example.com:4566', 'nonsense'])(
    'writes to no other machine: %s',
    async (elsewhere) => {
      const { exitCode, stderr } = await localstack(elsewhere);

      expect(exitCode).toBe(1);
      expect(stderr).toContain('[localstack.not-an-emulator]');
      expect(stderr).toContain(`seen:    ${elsewhere}`);
      expect(stderr).not.toMatch(/^\s+at /m);
    },
  );

  it('asks who answers, and writes nothing to a real account behind a loopback address', async () => {
    account = '123456789012';

    const { exitCode, stderr } = await localstack(endpoint);

    expect(exitCode).toBe(1);
    expect(stderr).toContain(`seen:    account 123456789012 at ${endpoint}`);
    expect(asked).toEqual(['GET /_localstack/health', 'POST / Action=GetCallerIdentity&Version=2011-06-15']);
  });

  it('does nothing for an option that it does not know', async () => {
    const { exitCode, stderr } = await localstack(endpoint, '--dwon');

    expect(exitCode).toBe(2);
    expect(stderr).toContain('[cli.usage]');
    expect(stderr).toContain('--down');
    expect(asked).toEqual([]);
  });
});
