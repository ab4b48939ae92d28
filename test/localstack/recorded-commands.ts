import type { Commands } from '../../localstack/starter.ts';

/** Commands that run nothing. */
export interface RecordedCommands extends Commands {
  /** Those that were run. */
  readonly lines: string[];
  readonly environments: Readonly<Record<string, string | undefined>>[];
  /** Lines that do not end well. */
  readonly failing: Set<string>;
  /** What running a command leaves behind. */
  afterwards: () => Promise<void>;
}

export function recordedCommands(): RecordedCommands {
  const commands: RecordedCommands = {
    lines: [],
    environments: [],
    failing: new Set(),
    afterwards: async () => undefined,
    async run(command, parameters, environment) {
      commands.lines.push([command, ...parameters].join(' '));
      commands.environments.push(environment);
      await commands.afterwards();
    },
    succeeds: async (command, parameters) => !commands.failing.has([command, ...parameters].join(' ')),
  };
  return commands;
}
