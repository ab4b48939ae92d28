import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Commands } from '../starter.ts';
import { untilReady } from '../until-ready.ts';
import { freePort } from './free-port.ts';

const ANSWER_MS = 5_000;

/**
 * Calls `use` with the endpoint of a DynamoDB Local that keeps nothing, and ends it afterwards. Its archives are brought
 * into the folder by Maven unless they are there; it needs Java 17. It listens at every address of the machine, because
 * it has no option for one. Throws `localstack.command-failed`,
 * `localstack.not-ready` and what `use` throws.
 */
export async function withDynamoDbLocal(
  folder: string,
  { run }: Pick<Commands, 'run'>,
  use: (endpoint: string) => Promise<void>,
): Promise<void> {
  await install(folder, run);
  // Where it starts it leaves a file, even with nothing to keep.
  const scratch = await mkdtemp(join(tmpdir(), 'sluice-'));
  const port = await freePort();
  const server = start(folder, scratch, port);
  try {
    const endpoint = `http://127.0.0.1:${port}`;
    await untilReady({
      endpoint,
      answers,
      log: 'what is printed above; it needs a java of 17 or later',
      hasEnded: () => hasEnded(server),
      sleep: (delayMs) => setTimeout(delayMs),
    });
    await use(endpoint);
  } finally {
    await end(server);
    await rm(scratch, { recursive: true });
  }
}

async function install(folder: string, run: Commands['run']): Promise<void> {
  if (existsSync(join(folder, 'DynamoDBLocal.jar'))) return;
  const into = [`-DoutputDirectory=${folder}`, '-Dmdep.stripVersion=true'];
  await run('mvn', ['-q', '-f', join(import.meta.dirname, 'pom.xml'), 'dependency:copy-dependencies', ...into], {});
}

function start(folder: string, cwd: string, port: number): ChildProcess {
  const machine = ['-Xmx512m', `-Djava.library.path=${folder}`, '-cp', join(folder, '*')];
  const options = ['-inMemory', '-disableTelemetry', '-port', String(port)];
  const program = 'software.amazon.dynamodb.services.local.main.ServerRunner';
  const server = spawn('java', [...machine, program, ...options], { cwd, stdio: ['ignore', 'ignore', 'inherit'] });
  // Without a java there is no process id, which `hasEnded` looks at.
  server.on('error', (error) => console.error(error.message));
  return server;
}

/** It has no page for its health: to a request that is none of DynamoDB's it answers that it is not signed. */
async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(endpoint, { signal: AbortSignal.timeout(ANSWER_MS) })).status === 400;
  } catch {
    return false; // nobody listens yet
  }
}

async function end(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.kill();
  await ended;
}

function hasEnded({ pid, exitCode, signalCode }: ChildProcess): boolean {
  return pid === undefined || exitCode !== null || signalCode !== null;
}
