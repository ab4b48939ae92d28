import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunSource } from '../../tracking/run-record.ts';

/** The commit that a folder is at, and whether its files are changed since; undefined without git, or a commit. */
export async function readGitSource(folder: string): Promise<RunSource | undefined> {
  const words = ['status', '--porcelain=v2', '--branch', '--', '.', ':(exclude).sluice'];
  try {
    // Looking must not take the lock that a commit under way needs.
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
    const { stdout } = await promisify(execFile)('git', words, { cwd: folder, env, maxBuffer: MAX_OUTPUT_BYTES });
    return sourceOf(stdout);
  } catch {
    return undefined; // no git here, or no repository: nothing that a run could name
  }
}

const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** Header lines begin with `#`, each other line is a change (git-status: porcelain format version 2). */
function sourceOf(status: string): RunSource | undefined {
  const commit = /^# branch\.oid ([0-9a-f]{40,64})$/m.exec(status)?.[1];
  return commit === undefined ? undefined : { commit, dirty: /^[^#\n]/m.test(status) };
}
