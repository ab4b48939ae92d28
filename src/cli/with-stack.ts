import type { Stack } from '../stacks/stack.ts';
import type { CommandContext } from './command-context.ts';

/** Opens a stack, the active one unless named, for the time of some work, and closes it however that ends. */
export async function withStack<T>(
  { openStack }: CommandContext,
  name: string | undefined,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const stack = await openStack(name);
  try {
    return await work(stack);
  } finally {
    await stack.close();
  }
}
