import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withDynamoDbLocal } from '../../../localstack/dynamodb-local/server.ts';
import { type RecordedCommands, recordedCommands } from '../recorded-commands.ts';

/** Answers as DynamoDB Local does, and writes down how it was started. */
const ANSWERS = `
const words = process.argv.slice(2);
require('node:fs').writeFileSync(__dirname + '/started.json', JSON.stringify({ words, folder: process.cwd() }));
require('node:http')
  .createServer((_request, response) => response.writeHead(400).end())
  .listen(Number(words.at(-1)), '127.0.0.1');
`;

let folder: string;
let commands: RecordedCommands;
beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'sluice-')));
  commands = recordedCommands();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

/** Puts a program where `java` is looked for. */
async function java(code: string): Promise<void> {
  const program = join(folder, 'bin', 'java');
  await mkdir(join(folder, 'bin'));
  await writeFile(program, `#!${process.execPath}\n${code}`);
  await chmod(program, 0o755);
  vi.stubEnv('PATH', join(folder, 'bin'));
}

describe('DynamoDB Local', () => {
  it('answers while it is used, keeps nothing, and is gone afterwards', async () => {
    await java(ANSWERS);
    let used = '';
    await withDynamoDbLocal(folder, commands, async (endpoint) => {
      expect((await fetch(endpoint)).status).toBe(400);
      used = endpoint;
    });

    await expect(fetch(used)).rejects.toThrow('fetch failed');
    const started = JSON.parse(await readFile(join(folder, 'bin/started.json'), 'utf8')) as Record<string, string>;
    expect(started['words']).toEqual(expect.arrayContaining(['-inMemory', '-disableTelemetry', new URL(used).port]));
    await expect(readFile(started['folder']!)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('is gone, too, when what uses it fails', async () => {
    await java(ANSWERS);
    let used = '';
    const failing = (endpoint: string) => {
      used = endpoint;
      return Promise.reject(new Error('on purpose'));
    };
    await expect(withDynamoDbLocal(folder, commands, failing)).rejects.toThrow('on purpose');
    await expect(fetch(used)).rejects.toThrow('fetch failed');
  });

  it('is brought by Maven, once', async () => {
    await java(ANSWERS);
    commands.afterwards = () => writeFile(join(folder, 'DynamoDBLocal.jar'), '');

    await withDynamoDbLocal(folder, commands, async () => undefined);
    await withDynamoDbLocal(folder, commands, async () => undefined);

    expect(commands.lines).toEqual([expect.stringMatching(/^mvn -q -f .*pom\.xml dependency:copy-dependencies /)]);
  });

  it.each([
    ['ends at once', () => java('process.exit(1)')],
    ['is not there', async () => void vi.stubEnv('PATH', folder)],
  ])('says so when java %s', async (_what, arrange) => {
    await arrange();
    await expect(withDynamoDbLocal(folder, commands, async () => undefined)).rejects.toMatchObject({
      code: 'localstack.not-ready',
      facts: { mend: expect.stringContaining('java of 17 or later') },
    });
  });
});
