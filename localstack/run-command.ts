import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** Runs a command with its output on the terminal; throws when it fails. */
export async function runCommand(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<void> {
  const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${[command, ...parameters].join(' ')} ended with ${code}`);
}
