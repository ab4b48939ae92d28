import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunSource } from '../../tracking/run-record.ts';

/**
 * The commit that a folder is at, and whether its files are changed since; undefined without git, or a commit, and
 * when git takes longer than `timeoutMs`.
 */
export async function readGitSource(folder: string, timeoutMs = TIMEOUT_MS): Promise<RunSource | undefined> {
  const words = ['status', '--porcelain=v2', '--branch', '--', '.', ':(exclude).sluice'];
  try {
    // Looking must not take the lock that a commit under way needs.
    const env = { ...process.env, GIT_OPTIONAL_LOCKS: '0' };
    const limits = { maxBuffer: MAX_OUTPUT_BYTES, timeout: timeoutMs };
    const { stdout } = await promisify(execFile)('git', words, { cwd: folder, env, ...limits });
    return sourceOf(stdout);
  } catch {
    return undefined; // no git here, no repository, or no answer in time: nothing that a run could name
  }
}

/** On a slow disk a repository takes minutes to look through; no run is to wait for that. */
const TIMEOUT_MS = 1_000;
const MAX_OUTPUT_BYTES = 64 * 2 ** 20;

/** Header lines begin with `#`, each other line is a change (git-status: porcelain format version 2). */
function sourceOf(status: string): RunSource | undefined {
  const commit = /^# branch\.oid ([0-9a-f]{40,64})$/m.exec(status)?.[1];
  return commit === undefined ? undefined : { commit, dirty: /^[^#\n]/m.test(status) };
}
