import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { expectError } from './expect-error.ts';
import { ordersFile } from './orders-file.ts';
import { sluice, startSluice } from './sluice-process.ts';

let folder: string;
let home: string;
let run: readonly string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  home = join(folder, 'home');
  const path = join(folder, 'orders.csv');
  await writeFile(path, ordersFile());
  run = ['run', 'customer-satisfaction', '--json', '--param', `source=${path}`];
});
afterEach(() => rm(folder, { recursive: true }));

describe('a home', () => {
  it('is made with the folders above it', async () => {
    expect((await sluice(join(folder, 'a/b c/d'), ['runs', '--json'])).stdout).toBe('{"runs":[]}\n');
  });

  it.each([
    ['a file', () => join(folder, 'orders.csv')],
    ['under a file', () => join(folder, 'orders.csv/home')],
    ['a tilde that the shell left', () => '~/home'],
    ['a URI', () => 's3://bucket/home'],
  ])('that is %s is refused', async (_what, path) => {
    for (const words of [run, ['runs', '--json']])
      expectError(await sluice(path(), words), { exit: 1, code: 'home.unwritable', says: 'SLUICE_HOME' });
  });

  it.runIf(process.platform === 'linux')('where no folder can be made is not tried for ever', async () => {
    const ended = await sluice('/proc/sluice', ['runs', '--json']);
    expectError(ended, { exit: 1, code: 'home.unwritable', says: '/proc/sluice' });
  });

  it.skipIf(process.getuid?.() === 0)('that may not be written is refused', async () => {
    await mkdir(home);
    await chmod(home, 0o500);
    expectError(await sluice(home, run), { exit: 1, code: 'records.unusable', says: 'SLUICE_HOME' });
  });

  it('with a file in place of the store fails the run and keeps its record', async () => {
    await mkdir(home);
    await writeFile(join(home, 'store'), '');
    const ended = await sluice(home, run);
    expectError(ended, { exit: 1, code: 'artifact.write-failed', says: join(home, 'store') });
    const { runs } = JSON.parse((await sluice(home, ['runs', '--json'])).stdout);
    expect(runs).toMatchObject([{ id: JSON.parse(ended.stdout).run.id, status: 'failed' }]);
  });
});

describe('damaged records', () => {
  it('are named by all commands and left as they are, and moving them away is a way out', async () => {
    await sluice(home, run);
    const path = join(home, 'records.sqlite');
    for (const name of await readdir(home)) if (name.startsWith('records.sqlite')) await rm(join(home, name));
    await writeFile(path, Buffer.alloc(20_000, 'not a database '));

    for (const words of [run, ['runs', '--json'], ['models', '--json'], ['show', 'a', '--json']])
      expectError(await sluice(home, words), { exit: 1, code: 'records.corrupt', says: path });
    await rm(path);
    expect((await sluice(home, run)).code).toBe(0);
  });
});

describe('sluice serve', () => {
  it('says that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };

    const { code, stderr } = await sluice(home, ['serve', '--port', String(port)]);
    server.close();

    expect(code).toBe(1);
    expect(stderr).toContain('[serve.port-in-use]');
    expect(stderr).toContain(`127.0.0.1:${port}`);
  });

  it('takes a free port for 0, says that nothing is released, and ends well by Ctrl-C', async () => {
    const child = startSluice(home, ['serve', '--port', '0']);
    const exit = once(child, 'exit');
    let shown = '';
    for await (const chunk of child.stderr.setEncoding('utf8')) {
      shown += chunk;
      if (shown.includes('until Ctrl-C')) child.kill('SIGINT');
    }

    expect(shown).toContain('nothing is released yet');
    expect(shown).toMatch(/serving on http:\/\/127\.0\.0\.1:[1-9]\d* until/);
    expect(await exit).toEqual([0, null]);
  });
});

describe('a stack on AWS', () => {
  it.each([[['runs', '--json']], [['models', '--json']], [['predict', 'scores', '--data', '{}', '--json']]])(
    'that nothing answers for is said to be out of reach: %j',
    async (words) => {
      const ended = await sluice(home, [...words, '--stack', 'aws']);
      expectError(ended, { exit: 1, code: 'aws.unavailable', says: '127.0.0.1:1' });
    },
  );

  it('takes no run that it cannot be reached for', async () => {
    expectError(await sluice(home, [...run, '--stack', 'aws']), {
      exit: 1,
      code: 'aws.unavailable',
      says: 'ECONNREFUSED',
    });
  });
});
