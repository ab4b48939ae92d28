import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { json } from '../../../src/pipeline/artifact-types.ts';
import { choice } from '../../../src/pipeline/parameters.ts';
import { pipeline } from '../../../src/pipeline/pipeline.ts';
import { step } from '../../../src/pipeline/step.ts';
import { silentObserver } from '../../../src/runs/run-observer.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import type { Stack } from '../../../src/stacks/stack.ts';

const SECRET = 'correct-horse-battery-staple-4711';

type Way = 'log' | 'throw' | 'throw-coded' | 'return';

const spill = step({
  name: 'spill',
  version: '1',
  inputs: {},
  outputs: { length: json<number | string>() },
  secrets: ['SHOP_KEY'],
  policy: { retries: 1, backoffMs: 0 },
  run: (_inputs, { way }: { way: Way }, { log, secrets }) => {
    const { SHOP_KEY: key } = secrets;
    log.parameter('key', key);
    log.tag(`tag ${key}`, JSON.stringify({ key }));
    log.metric(`metric ${key}`, key.length);
    if (way === 'throw') throw new Error(`refused: Bearer ${key}`, { cause: key });
    if (way === 'throw-coded') throw new SluiceError({ code: 'test.refused', message: key, mend: key, details: [key] });
    return { length: way === 'return' ? key : key.length };
  },
});
const HOST = 'warehouse-7.internal.example';

const connect = step({
  name: 'connect',
  version: '1',
  inputs: {},
  outputs: { length: json<number>() },
  configuration: ['SHOP_HOST'],
  policy: { retries: 0 },
  run: (_inputs, { way }: { way: Way }, { log, configuration: { SHOP_HOST: host } }) => {
    log.tag('host', host);
    if (way === 'throw') throw new Error(`connect ECONNREFUSED ${host}:5432`);
    return { length: host.length };
  },
});
const ways = choice(['log', 'throw', 'throw-coded', 'return']);
const leaky = pipeline('leaky', { parameters: { way: ways } }, ({ way }) => void spill({}, { way }));

const connected = pipeline('connected', { parameters: { way: ways } }, ({ way }) => void connect({}, { way }));

let folder: string;
let stack: Stack;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  stack = await openStack('local', { home: join(folder, 'home'), root: folder });
  vi.stubEnv('SHOP_KEY', SECRET);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await stack.close();
  await rm(folder, { recursive: true });
});

const run = (way: Way, pipelineOf = leaky) =>
  stack.orchestrator.run({ pipeline: pipelineOf, parameters: { way }, useCache: true }, silentObserver);

/** Every byte under the home, the database and its log too. */
async function everythingKept(): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return (await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name), 'latin1')))).join('');
}

describe('the value of a secret', () => {
  it('reaches the step that declares it, and what it logs is redacted', async () => {
    const { id, status } = await run('log');

    const data = await stack.records.logs.data(id);

    expect(status).toBe('completed');
    expect(data.parameters).toEqual({ key: '***' });
    expect(data.tags).toEqual({ 'tag ***': '{"key":"***"}' });
    expect(data.metrics['metric ***']).toMatchObject({ value: SECRET.length });
  });

  it.each([
    ['throw', 'step.failed'],
    ['throw-coded', 'test.refused'],
    ['return', 'secret.in-output'],
  ] as const)('is not told when a step would %s it', async (way, code) => {
    const ended = await run(way);

    expect(ended).toMatchObject({ status: 'failed', error: { code } });
    expect(JSON.stringify(ended)).not.toContain(SECRET);
  });

  it.each(['log', 'throw', 'throw-coded', 'return'] as const)('is in no byte of the store after a %s', async (way) => {
    await run(way);
    await stack.close();

    const kept = await everythingKept();

    expect(kept).toContain('spill');
    expect(kept).not.toContain(SECRET);
    expect(kept).not.toContain(Buffer.from(SECRET).toString('base64'));
  });

  it('is no part of the cache key: a new key makes nothing anew', async () => {
    await run('log');
    vi.stubEnv('SHOP_KEY', 'another');

    const again = await run('log');

    expect(await stack.records.steps.get(again.id, 'spill')).toMatchObject({ status: 'cached' });
  });

  it('is asked for before a run is recorded', async () => {
    vi.stubEnv('SHOP_KEY', undefined);

    await expect(run('log')).rejects.toMatchObject({ code: 'variable.missing' });
    expect((await stack.records.experiments.list({ limit: 1 })).items).toEqual([]);
  });
});

describe('the value of configuration', () => {
  beforeEach(() => void vi.stubEnv('SHOP_HOST', HOST));

  it.each([
    ['log', 'completed'],
    ['throw', 'failed'],
  ] as const)('reaches the step, and is in no byte of the store after a %s', async (way, status) => {
    const ended = await run(way, connected);
    await stack.close();

    expect(ended).toMatchObject({ status });
    expect(await everythingKept()).not.toContain(HOST);
  });

  it('is no part of the cache key: another place makes nothing anew', async () => {
    await run('log', connected);
    vi.stubEnv('SHOP_HOST', 'elsewhere.example');

    const again = await run('log', connected);

    expect(await stack.records.steps.get(again.id, 'connect')).toMatchObject({ status: 'cached' });
  });

  it('is asked for before a run is recorded', async () => {
    vi.stubEnv('SHOP_HOST', undefined);

    await expect(run('log', connected)).rejects.toMatchObject({ code: 'variable.missing' });
    expect((await stack.records.experiments.list({ limit: 1 })).items).toEqual([]);
  });
});
