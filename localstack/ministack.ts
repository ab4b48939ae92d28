import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { commandLineOf } from './command-line-of.ts';
import type { Commands, Starter } from './starter.ts';
import { untilReady } from './until-ready.ts';

/** MiniStack, installed into the folder, where its log and its process id are, too. */
export function ministackStarter(folder: string, { run, succeeds }: Commands): Starter {
  return {
    name: 'MiniStack',
    obstacle: async () => ((await succeeds('python3', ['--version'])) ? undefined : 'there is no python3'),
    async start(endpoint) {
      await install(folder, run);
      const logFile = join(folder, 'ministack.log');
      const emulator = spawnAt(endpoint, folder, logFile);
      await untilReady({
        endpoint,
        log: logFile,
        hasEnded: () => hasEnded(emulator),
        sleep: (delayMs) => setTimeout(delayMs),
      });
    },
    stop: async () => stop(folder),
  };
}

async function install(folder: string, run: Commands['run']): Promise<void> {
  if (existsSync(programIn(folder))) return;
  await run('python3', ['-m', 'venv', folder], {});
  const requirements = join(import.meta.dirname, 'requirements.txt');
  await run(join(folder, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements], {});
}

function spawnAt(endpoint: string, folder: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const emulator = spawn(programIn(folder), [], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      // The functions run on this Node, and the emulator's Python finds boto3.
      PATH: [join(folder, 'bin'), join(process.execPath, '..'), process.env['PATH']].join(':'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: new URL(endpoint).port,
      IOT_MTLS_ENABLED: '0',
    },
  });
  closeSync(log);
  emulator.unref();
  writeFileSync(pidFileIn(folder), String(emulator.pid));
  return emulator;
}

/** Ids of processes come again, after a restart of the machine at the latest: it must be the program of this folder. */
function stop(folder: string): boolean {
  const pidFile = pidFileIn(folder);
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rmSync(pidFile);
  if (!commandLineOf(pid).includes(programIn(folder))) return false;
  try {
    return process.kill(pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

function programIn(folder: string): string {
  return join(folder, 'bin', 'ministack');
}

function pidFileIn(folder: string): string {
  return join(folder, 'ministack.pid');
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
