import { userInfo } from 'node:os';
import type { Author } from '../tracking/release/promote.ts';

/** The person at the command line, now. */
export function author(): Author {
  return { by: `user:${userInfo().username}`, atMs: Date.now() };
}
