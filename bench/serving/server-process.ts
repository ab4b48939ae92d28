import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';

type Environment = Readonly<Record<string, string | undefined>>;

/** A program that serves and writes the URL that it serves on. */
export interface Server {
  /** This Node unless said. */
  readonly command?: string;
  readonly words: readonly string[];
  readonly environment?: Environment;
}

/** A server in a process of its own. */
export interface ServerProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** Runs a script of Node to its end; throws what it wrote if it fails. */
export async function runScript(words: readonly string[], environment: Environment): Promise<void> {
  await promisify(execFile)(process.execPath, words, { env: { ...process.env, ...environment } });
}

/** Starts a server. */
export async function startServer({ command = process.execPath, words, environment }: Server): Promise<ServerProcess> {
  const child = spawn(command, words, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let written = '';
  for await (const text of child.stderr.setEncoding('utf8').iterator({ destroyOnReturn: false })) {
    written += text;
    const url = /http:\/\/[\d.:]+/.exec(written)?.[0];
    if (url) return { url, stop: () => stop(child) };
  }
  throw new Error(`the server did not start: ${written}`);
}

async function stop(child: ReturnType<typeof spawn>): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
