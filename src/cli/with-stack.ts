import type { Stack } from '../stacks/stack.ts';
import type { CommandContext } from './command-context.ts';

/** Opens a stack for the time of some work, and closes it however that ends. */
export async function withStack<T>(
  { openStack }: CommandContext,
  name: string,
  work: (stack: Stack) => Promise<T>,
): Promise<T> {
  const stack = await openStack(name);
  try {
    return await work(stack);
  } finally {
    await stack.close();
  }
}
