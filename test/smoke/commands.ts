import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runCommand } from '../../localstack/run-command.ts';

const root = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

/** Runs the CDK's own command as whom the shell is signed in to, with its output on the terminal. */
export function cdk(...words: readonly string[]): Promise<void> {
  return runCommand(join(root, 'node_modules/.bin/cdk'), words, { CDK_DISABLE_VERSION_CHECK: '1' });
}

/** Runs `sluice` with its state in a folder; answers what it prints as JSON. Rejects when it ends otherwise than well. */
export async function sluice<T>(home: string, ...words: readonly string[]): Promise<T> {
  const env = { ...process.env, SLUICE_HOME: home };
  const { stdout } = await execute(process.execPath, ['src/cli/bin.mjs', ...words, '--json'], { cwd: root, env });
  return JSON.parse(stdout) as T;
}
