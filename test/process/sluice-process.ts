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

/** What is undefined is left out. */
type Environment = Readonly<Record<string, string | undefined>>;

/** A `sluice` of its own process with its state in a folder. AWS is out of reach, be it asked for or not. */
export function startSluice(home: string, words: readonly string[], environment: Environment = {}) {
  return spawn(process.execPath, [join(root, 'src/cli/bin.mjs'), ...words], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: 'none',
      AWS_SECRET_ACCESS_KEY: 'none',
      SLUICE_HOME: home,
      ...environment,
    },
  });
}

/** Runs a command to its end. */
export async function sluice(home: string, words: readonly string[], environment?: Environment): Promise<Ended> {
  const child = startSluice(home, words, environment);
  const ended = new Promise<Pick<Ended, 'code' | 'signal'>>((resolve, reject) => {
    child.on('error', reject).on('close', (code, signal) => resolve({ code, signal }));
  });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { ...(await ended), stdout, stderr };
}
