import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const root = join(import.meta.dirname, '../..');

/** How a command ended. */
export interface Ended {
  /** As a shell tells it: 128 more than the signal that ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Surroundings {
  readonly environment?: Readonly<Record<string, string>>;
  /** Whom to run as, where tests run as root. */
  readonly userId?: number;
}

/** A `sluice` of its own process with its state in a folder. AWS is out of reach, be it asked for or not. */
export function startSluice(home: string, words: readonly string[], { environment, userId }: Surroundings = {}) {
  return spawn(process.execPath, [join(root, 'src/cli/bin.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      SLUICE_HOME: home,
      ...environment,
    },
    ...(userId === undefined ? {} : { uid: userId }),
  });
}

/** Runs a command to its end. */
export async function sluice(home: string, words: readonly string[], surroundings?: Surroundings): Promise<Ended> {
  const child = startSluice(home, words, surroundings);
  const ended = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ...(await ended), stdout, stderr };
}
