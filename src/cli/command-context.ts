import type { Stack } from '../stacks/stack.ts';

/** What commands need of the world. */
export interface CommandContext {
  /** Folder of the project, with its `pipelines/`. */
  readonly root: string;
  /** Folder of runs and artifacts. */
  readonly home: string;
  /** Whether progress is read by a person, so that a line may be drawn over. */
  readonly isTerminal: boolean;
  readonly hasColor: boolean;
  /** Results. */
  readonly out: (text: string) => void;
  /** Progress and errors. */
  readonly err: (text: string) => void;
  /** The active one unless named. */
  readonly openStack: (name: string | undefined) => Promise<Stack>;
  /** Acts on Ctrl-C or the like in place of ending; answers how to forget it. */
  readonly onInterrupt: (act: () => void) => () => void;
  /** Resolves when the user has had enough: Ctrl-C. */
  readonly untilInterrupted: () => Promise<unknown>;
}
