import { constants } from 'node:os';

/** How a user, a supervisor or a closing terminal ends a command. */
export const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

type Signal = (typeof SIGNALS)[number];

/** What of a process tells of its signals. */
interface Signalled {
  once(signal: Signal, told: (signal: Signal) => void): unknown;
  removeListener(signal: Signal, told: (signal: Signal) => void): unknown;
}

export interface Interrupts {
  /** Acts once instead of ending the process; the same again ends it. Answers how to forget it. */
  readonly onInterrupt: (act: () => void) => () => void;
  /** As a shell tells of an end by a signal, when one was acted on. */
  readonly exitCode: () => number | undefined;
}

/** The signals of a process, for commands that have something to bring in order first. */
export function interruptsOf(process: Signalled): Interrupts {
  let exitCode: number | undefined;
  return {
    onInterrupt: (act) => {
      const told = (signal: Signal) => {
        exitCode = 128 + constants.signals[signal];
        act();
      };
      for (const signal of SIGNALS) process.once(signal, told);
      return () => SIGNALS.forEach((signal) => process.removeListener(signal, told));
    },
    exitCode: () => exitCode,
  };
}
