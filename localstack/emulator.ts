import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { runCommand } from './run-command.ts';
import { answers, untilReady } from './until-ready.ts';

/** Where the emulator is installed, and keeps its log and process id. */
const FOLDER = join(import.meta.dirname, '.emulator');

/**
 * Sees to it that an emulator answers at the endpoint: the one that does, or one that it installs and starts. Throws
 * `localstack.not-ready`, `localstack.command-failed`.
 */
export async function ensureEmulator(endpoint: string, folder = FOLDER): Promise<'reused' | 'started'> {
  if (await answers(endpoint)) return 'reused';
  await install(folder);
  const logFile = join(folder, 'ministack.log');
  const emulator = start(endpoint, folder, logFile);
  await untilReady({ endpoint, logFile, hasEnded: () => hasEnded(emulator), sleep: (delayMs) => setTimeout(delayMs) });
  return 'started';
}

/** Stops the emulator that `ensureEmulator` started; false when there is none. */
export function stopEmulator(folder = FOLDER): boolean {
  const pidFile = pidFileIn(folder);
  if (!existsSync(pidFile)) return false;
  const pid = Number(readFileSync(pidFile, 'utf8'));
  rmSync(pidFile);
  try {
    return process.kill(pid, 'SIGTERM');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
    throw error;
  }
}

async function install(folder: string): Promise<void> {
  if (existsSync(join(folder, 'bin', 'ministack'))) return;
  await runCommand('python3', ['-m', 'venv', folder], {});
  const requirements = join(import.meta.dirname, 'requirements.txt');
  await runCommand(join(folder, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements], {});
}

function start(endpoint: string, folder: string, logFile: string): ChildProcess {
  const log = openSync(logFile, 'a');
  const emulator = spawn(join(folder, 'bin', 'ministack'), [], {
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

function pidFileIn(folder: string): string {
  return join(folder, 'ministack.pid');
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}
