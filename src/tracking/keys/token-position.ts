import type { Token } from '../tokens/token.ts';
import { inverseTime } from './inverse-time.ts';

/** Where a token stands among all: newest first, ties by id. */
export function encodeTokenPosition({ createdAtMs, id }: Token): string {
  return `${inverseTime(createdAtMs)}#${id}`;
}
