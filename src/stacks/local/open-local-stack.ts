import { assembleStack, type StackPlace } from '../assemble-stack.ts';
import { BUILT_IN_STACKS } from '../definitions/built-in-stacks.ts';
import type { Stack } from '../stack.ts';

/** Opens the stack of this machine: one process, SQLite and files. Throws `home.unwritable` and `records.*`. */
export function openLocalStack(place: StackPlace): Promise<Stack> {
  return assembleStack({ name: 'local', definition: BUILT_IN_STACKS['local']! }, place);
}
