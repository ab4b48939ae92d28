import { SluiceError } from '../../errors/sluice-error.ts';
import type { StepLog } from '../../tracking/step-record.ts';

/** Puts `***` in the place of each secret in a text. */
export type Redact = (text: string) => string;

/** Finds the secrets as they are, and as they look inside JSON, a URL or base64. */
export function redactor(secrets: readonly string[]): Redact {
  const forms = new Set(secrets.flatMap(formsOf).filter(Boolean));
  const longestFirst = [...forms].toSorted((a, b) => b.length - a.length);
  return (text) => longestFirst.reduce((left, form) => left.replaceAll(form, '***'), text);
}

function formsOf(secret: string): string[] {
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    Buffer.from(secret).toString('base64'),
  ];
}

/** Plain data with every text redacted, names too. */
export function redactData(data: unknown, redact: Redact): unknown {
  if (typeof data === 'string') return redact(data);
  if (Array.isArray(data)) return data.map((item) => redactData(item, redact));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [redact(name), redactData(value, redact)] as const),
  );
}

/** What a step logged, redacted. */
export function redactLog(log: StepLog, redact: Redact): StepLog {
  return redactData(log, redact) as StepLog; // the same shape: only texts change
}

/** What a step threw, redacted, without its cause, which may say it again. */
export function redactError(error: unknown, redact: Redact): unknown {
  if (SluiceError.is(error)) {
    const { cause: _cause, code, retry, ...texts } = error.facts;
    const redacted = redactData(texts, redact) as typeof texts; // the same shape: only texts change
    return new SluiceError({ ...redacted, code, ...(retry === undefined ? {} : { retry }) });
  }
  if (!(error instanceof Error)) return redactData(error, redact);
  const redacted = new Error(redact(error.message));
  redacted.name = error.name; // tells mistakes in code, which are not tried again
  redacted.stack = redact(error.stack ?? '');
  return redacted;
}
