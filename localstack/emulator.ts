import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { SluiceError } from '../src/errors/sluice-error.ts';
import { runCommand } from './run-command.ts';

const folder = join(import.meta.dirname, '.emulator');
const pidFile = join(folder, 'ministack.pid');
const logFile = join(folder, 'ministack.log');
const POLLS = 120;
const POLL_MS = 250;

/** Sees to it that an emulator answers at the endpoint: the one that does, or one that it installs and starts. */
export async function ensureEmulator(endpoint: string): Promise<'reused' | 'started'> {
  if (await answers(endpoint)) return 'reused';
  await install();
  start(new URL(endpoint).port);
  for (let poll = 0; poll < POLLS; poll++) {
    if (await answers(endpoint)) return 'started';
    await setTimeout(POLL_MS);
  }
  throw new SluiceError({
    code: 'localstack.not-ready',
    message: 'the emulator does not answer',
    seen: `${endpoint}, ${(POLLS * POLL_MS) / 1_000} s after its start`,
    mend: `read ${logFile}`,
  });
}

/** Stops the emulator that `ensureEmulator` started; false when there is none. */
export function stopEmulator(): boolean {
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

async function answers(endpoint: string): Promise<boolean> {
  try {
    return (await fetch(`${endpoint}/_localstack/health`)).ok;
  } catch {
    return false; // nobody listens
  }
}

async function install(): Promise<void> {
  if (existsSync(join(folder, 'bin', 'ministack'))) return;
  await runCommand('python3', ['-m', 'venv', folder], {});
  const requirements = join(import.meta.dirname, 'requirements.txt');
  await runCommand(join(folder, 'bin', 'pip'), ['install', '--quiet', '--requirement', requirements], {});
}

function start(port: string): void {
  const log = openSync(logFile, 'a');
  const emulator = spawn(join(folder, 'bin', 'ministack'), [], {
    detached: true,
    stdio: ['ignore', log, log],
    env: {
      ...process.env,
      // The functions run on this Node, and the emulator's Python finds boto3.
      PATH: [join(folder, 'bin'), join(process.execPath, '..'), process.env['PATH']].join(':'),
      BIND_HOST: '127.0.0.1',
      GATEWAY_PORT: port,
      IOT_MTLS_ENABLED: '0',
    },
  });
  emulator.unref();
  writeFileSync(pidFile, String(emulator.pid));
}
