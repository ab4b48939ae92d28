import type { RunSource } from './run-record.ts';

const DIRTY = '+dirty';

/** A source as one word, for variables and outputs of a deployment: the commit, `+dirty` after it where changed. */
export function encodeSource({ commit, dirty }: RunSource): string {
  return dirty ? commit + DIRTY : commit;
}

/** What `encodeSource` was given; undefined of no word. */
export function decodeSource(word: string | undefined): RunSource | undefined {
  if (!word) return undefined;
  const dirty = word.endsWith(DIRTY);
  return { commit: dirty ? word.slice(0, -DIRTY.length) : word, dirty };
}

/** A source for people: `1a2b3c4d5e6f, and changes that are not committed`. */
export function formatSource({ commit, dirty }: RunSource): string {
  return commit.slice(0, 12) + (dirty ? ', and changes that are not committed' : '');
}
