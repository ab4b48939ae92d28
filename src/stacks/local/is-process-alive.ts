/** Whether a process of this host is alive, whosever it is. */
export function isProcessAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0); // signal 0 asks without sending anything (POSIX kill)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
