import type { ReleaseChange } from '../registry.ts';

/**
 * The version to go back to, given what served until now, newest change first: the one before the last promotion that
 * was not rolled back yet. Undefined when there is none. Reads no more of the history than it needs.
 */
export async function rollbackTarget(
  history: AsyncIterable<Pick<ReleaseChange, 'kind' | 'champion'>>,
): Promise<number | undefined> {
  let champion: number | undefined;
  let undone = 0;
  for await (const change of history) {
    champion ??= change.champion;
    if (change.kind === 'rollback') undone += 1;
    else if (undone > 0) undone -= 1;
    else if (change.champion !== champion) return change.champion;
  }
  return undefined;
}
