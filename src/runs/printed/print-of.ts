import type { Attempt } from '../attempt.ts';
import type { Redact } from '../variables/redact.ts';
import type { Worker } from '../worker.ts';
import { type Print, printingTo } from './tap-console.ts';

/** CloudWatch takes 256 KiB a line in the oldest of its limits; a person reads less. */
const MAX_CHARACTERS = 16_384;

/** Does the work of an attempt with its `console` handed to the worker, redacted; as it is if nobody takes it. */
export function withPrint<T>(worker: Worker, attempt: Attempt, redact: Redact, work: () => T): T {
  const print = printOf(worker, attempt, redact);
  return print ? printingTo(print, work) : work();
}

function printOf({ print, now }: Worker, { record: { key, attempt } }: Attempt, redact: Redact): Print | undefined {
  if (!print) return undefined;
  let sequence = 0;
  return (level, text) => {
    print({ step: key, attempt, sequence, atMs: now(), level, text: clipped(redact(text)) });
    sequence += 1;
  };
}

function clipped(text: string): string {
  if (text.length <= MAX_CHARACTERS) return text;
  return `${text.slice(0, MAX_CHARACTERS).toWellFormed()}… (${text.length - MAX_CHARACTERS} characters more)`;
}
