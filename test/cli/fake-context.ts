import type { CommandContext } from '../../src/cli/command-context.ts';
import { openLocalStack } from '../../src/stacks/local/open-local-stack.ts';

/** A context whose output is kept, over a real local stack in a folder. */
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
    openStack: () => openLocalStack({ home: `${folder}/home`, root: folder }),
    onInterrupt: () => () => undefined,
    untilInterrupted: () => Promise.resolve(),
    outputs,
    errors,
  };
}
