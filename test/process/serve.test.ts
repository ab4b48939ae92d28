import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { generateOrders } from '../../pipelines/customer-satisfaction/sample/generate-orders.ts';

const root = join(import.meta.dirname, '../..');
const path = '/models/customer-satisfaction/invocations';
const body = '{"dataframe_records":[{"price":10}]}';

let folder: string;
let home: string;
let source: string;
const children: ChildProcess[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  home = join(folder, 'state');
  source = join(folder, 'orders.csv');
  await writeFile(source, Buffer.concat([...generateOrders({ rows: 5_000, seed: 3 })]));
  await train('linear');
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(() => rm(folder, { recursive: true }));

const optionsFor = (state: string) => ({ cwd: root, env: { ...process.env, SLUICE_HOME: state, NO_COLOR: '1' } });
const words = (...more: string[]) => ['src/cli/bin.mjs', ...more];

async function train(model: 'linear' | 'ridge'): Promise<void> {
  const parameters = ['--param', `source=${source}`, '--param', `model=${model}`];
  await promisify(execFile)(process.execPath, words('run', 'customer-satisfaction', ...parameters), optionsFor(home));
}

/** `sluice serve` on a free port. */
async function serve(
  state: string,
  ...more: string[]
): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const child = spawn(process.execPath, words('serve', '--port', '0', ...more), {
    ...optionsFor(state),
    stdio: 'pipe',
  });
  children.push(child);
  let written = '';
  for await (const text of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    written += text;
    const url = /http:\/\/[\d.:]+/.exec(written)?.[0];
    if (url !== undefined) return { url, child };
  }
  throw new Error(`it ended without serving: ${written}`);
}

const post = (url: string) =>
  fetch(`${url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json' } });
const versionAt = async (url: string) => (await post(url)).headers.get('x-sluice-version');

async function ending(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown[]> {
  const ended = once(child, 'exit');
  child.kill(signal);
  return ended;
}

describe('sluice serve, as a process', () => {
  it('serves before anything is released, and says so', async () => {
    const { url, child } = await serve(join(folder, 'empty'));
    const response = await post(url);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error_code: 'predict.nothing-released' });
    expect(await (await fetch(`${url}/ping`)).text()).toBe('OK');
    expect(await ending(child, 'SIGINT')).toEqual([0, null]);
  });

  it('serves what another process releases, without a restart', async () => {
    const { url, child } = await serve(home);
    expect(await versionAt(url)).toBe('1');
    await train('ridge');
    await vi.waitFor(async () => expect(await versionAt(url)).toBe('2'), { timeout: 30_000, interval: 200 });
    expect(await ending(child, 'SIGTERM')).toEqual([0, null]);
  });

  it('answers the request under way before it ends', async () => {
    const { url, child } = await serve(home);
    const headers = { 'content-type': 'application/json', 'content-length': body.length };
    const sent = request(`${url}${path}`, { method: 'POST', headers });
    const answered = once(sent, 'response');
    sent.write(body.slice(0, 5));
    await fetch(`${url}/ping`); // the half is there by now
    const ended = ending(child, 'SIGTERM');
    await vi.waitFor(() => expect(fetch(`${url}/ping`)).rejects.toThrow('fetch failed'));
    sent.end(body.slice(5));
    const [answer] = (await answered) as [{ readonly statusCode: number; resume(): void }];
    answer.resume();
    expect(answer.statusCode).toBe(200);
    expect(await ended).toEqual([0, null]);
  });

  it('answers bearers of a token alone when it is to, until another process revokes it', async () => {
    const sluice = async (...more: string[]) =>
      (await promisify(execFile)(process.execPath, words(...more), optionsFor(home))).stdout.trim();
    const shop = await sluice('token', 'create', 'shop', '--scope', 'predict');
    const reader = await sluice('token', 'create', 'reader', '--scope', 'read');
    const { url } = await serve(home, '--tokens');
    const statusFor = async (token: string) => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
      return (await fetch(`${url}${path}`, { method: 'POST', body, headers })).status;
    };
    expect([(await post(url)).status, await statusFor(shop), await statusFor(reader)]).toEqual([401, 200, 403]);

    await sluice('token', 'revoke', shop);

    expect(await statusFor(shop)).toBe(401);
  });

  it('ends with 1 and the error, without a stack, when its port is in use', async () => {
    const { url } = await serve(home);
    const second = promisify(execFile)(process.execPath, words('serve', '--port', new URL(url).port), optionsFor(home));
    const failure: { readonly code: number; readonly stderr: string } = await second.then(
      () => expect.unreachable(),
      (error: { code: number; stderr: string }) => error,
    );
    expect(failure.code).toBe(1);
    expect(failure.stderr).toContain('[serve.port-in-use]');
    expect(failure.stderr).not.toMatch(/^\s+at /m);
  });
});
