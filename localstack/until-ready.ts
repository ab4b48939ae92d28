import { SluiceError } from '../src/errors/sluice-error.ts';

const ANSWER_MS = 5_000;
const POLLS = 120;
const POLL_MS = 250;

/** An emulator that was started. */
export interface Starting {
  readonly endpoint: string;
  /** Whether it answers there, if by other means than its health. */
  readonly answers?: (endpoint: string) => Promise<boolean>;
  /** Where its log is: a file, or a command that prints it. */
  readonly log: string;
  readonly hasEnded: () => boolean;
  readonly sleep: (delayMs: number) => Promise<unknown>;
}

/** Waits until an emulator answers. Throws `localstack.not-ready`. */
export async function untilReady({ endpoint, log, hasEnded, sleep, ...starting }: Starting): Promise<void> {
  const isReady = starting.answers ?? answers;
  for (let poll = 0; poll < POLLS; poll++) {
    if (await isReady(endpoint)) return;
    if (hasEnded()) throw notReady(`${endpoint}: it ended`, log);
    await sleep(POLL_MS);
  }
  throw notReady(`${endpoint}, ${(POLLS * POLL_MS) / 1_000} s after its start`, log);
}

/** Whether an emulator answers at an endpoint. */
export async function answers(endpoint: string): Promise<boolean> {
  try {
    const health = new URL('/_localstack/health', endpoint);
    return (await fetch(health, { signal: AbortSignal.timeout(ANSWER_MS) })).ok;
  } catch {
    return false; // nobody listens, or what listens is no emulator
  }
}

function notReady(seen: string, log: string): SluiceError {
  return new SluiceError({
    code: 'localstack.not-ready',
    message: 'the emulator does not answer',
    seen,
    mend: `read its log: ${log}`,
  });
}
