import type { CommandContext } from '../../src/cli/command-context.ts';
import { openStack } from '../../src/stacks/open-stack.ts';

/** A context whose output is kept, over real stacks with their home in a folder. */
export function fakeContext(
  folder: string,
): CommandContext & { readonly outputs: string[]; readonly errors: string[] } {
  const outputs: string[] = [];
  const errors: string[] = [];
  return {
    root: folder,
    home: `${folder}/home`,
    isTerminal: false,
    hasColor: false,
    out: (text) => void outputs.push(text),
    err: (text) => void errors.push(text),
    openStack: (name) => openStack(name, { home: `${folder}/home`, root: folder }),
    onInterrupt: () => () => undefined,
    untilInterrupted: () => Promise.resolve(),
    outputs,
    errors,
  };
}
