import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** The command line of a process; '' when there is none of that id, or when it has ended. */
export function commandLineOf(pid: number): string {
  return existsSync('/proc/self/cmdline') ? commandLineOfLinux(pid) : commandLineByPs(pid);
}

/** Small images have no `ps`. */
function commandLineOfLinux(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes(String((error as NodeJS.ErrnoException).code))) return '';
    throw error;
  }
}

/** As POSIX has it; without an answer there is no such process. */
export function commandLineByPs(pid: number): string {
  const { error, stdout } = spawnSync('ps', ['-ww', '-o', 'args=', '-p', String(pid)], { encoding: 'utf8' });
  if (error) throw error;
  return stdout.trim();
}
