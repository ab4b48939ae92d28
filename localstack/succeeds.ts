import { execFile } from 'node:child_process';

const ANSWER_MS = 10_000;

/** Whether a command is there and ends well within 10 s; it prints nothing. */
export function succeeds(command: string, parameters: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(command, parameters, { timeout: ANSWER_MS }, (error) => resolve(error === null));
  });
}
