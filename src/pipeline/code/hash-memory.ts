/** Remembers hashes of code by the files that went into them; only a shortcut, it may forget at any time. */
export interface HashMemory {
  /** The hash kept under a name, if none of its files changed since. */
  recall(name: string): Promise<string | undefined>;
  keep(name: string, hash: string, files: readonly string[]): Promise<void>;
}

/** Remembers nothing. */
export const noMemory: HashMemory = {
  recall: async () => undefined,
  keep: async () => undefined,
};
