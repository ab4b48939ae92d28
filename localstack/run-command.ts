import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SluiceError } from '../src/errors/sluice-error.ts';

/**
 * Runs a command with its output on the terminal, in this environment with these changes: a variable that is undefined is
 * left out. Throws `localstack.command-failed`.
 */
export async function runCommand(
  command: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  const child = spawn(command, parameters, { stdio: 'inherit', env: { ...process.env, ...environment } });
  const line = [command, ...parameters].join(' ');
  const [code, signal] = await once(child, 'exit').catch((error: Error) => {
    throw commandFailed(`${line}: ${error.message}`, error);
  });
  if (code !== 0) throw commandFailed(`${line} ended with ${code ?? signal}`);
}

function commandFailed(seen: string, cause?: Error): SluiceError {
  return new SluiceError({
    code: 'localstack.command-failed',
    message: 'a command that sets up the emulator failed',
    seen,
    mend: 'mend what it printed above, or install it if it is not there; then run npm run localstack again',
    cause,
  });
}
