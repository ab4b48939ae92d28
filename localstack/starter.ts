/** A way to have an emulator on this machine. */
export interface Starter {
  /** As `LocalStack in Docker`. */
  readonly name: string;
  /** Why it cannot be started here, as words after its name; undefined if it can. */
  readonly obstacle: () => Promise<string | undefined>;
  /** Starts it and waits until it answers. Throws `localstack.not-ready`, `localstack.command-failed`. */
  readonly start: (endpoint: string) => Promise<void>;
  /** Stops the one that was started in this way; false when there is none. Throws `localstack.command-failed`. */
  readonly stop: () => Promise<boolean>;
}

/** How commands are run: handed in, so that a test runs none. */
export interface Commands {
  /** With their output on the terminal. Throws `localstack.command-failed`. */
  readonly run: (
    command: string,
    parameters: readonly string[],
    environment: Readonly<Record<string, string | undefined>>,
  ) => Promise<void>;
  /** Silently: whether a command is there and ends well. */
  readonly succeeds: (command: string, parameters: readonly string[]) => Promise<boolean>;
}
