import { SluiceError } from '../../errors/sluice-error.ts';
import type { LoggedFacts, StepLog } from '../../tracking/step-record.ts';
import { redactNames } from './redact-names.ts';

/** Puts `***` in the place of what is hidden in a text. */
export type Redact = (text: string) => string;

/** Values by how they are found: secrets anywhere, configuration as whole words, because it may be as short as `1` or `eu`. */
export interface Hidden {
  readonly secrets?: readonly string[];
  readonly configuration?: readonly string[];
}

/** Finds values as they are, and as they look inside JSON, a URL or base64. */
export function redactor({ secrets = [], configuration = [] }: Hidden): Redact {
  // Of two that are equal the last stands: what is both a secret and configuration is a secret.
  const patterns = new Map<string, string | RegExp>([
    ...configuration.flatMap(formsOf).map((form) => [form, wholeWord(form)] as const),
    ...secrets.flatMap(formsOf).map((form) => [form, form] as const),
  ]);
  const longestFirst = [...patterns].filter(([form]) => form !== '').toSorted(([a], [b]) => b.length - a.length);
  return (text) => longestFirst.reduce((left, [, pattern]) => left.replaceAll(pattern, '***'), text);
}

function formsOf(value: string): string[] {
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value.toWellFormed()),
    Buffer.from(value).toString('base64'),
  ];
}

/** What words are made of in any language. */
const LETTER = String.raw`[\p{L}\p{M}\p{N}_]`;
/** What JSON and URLs write for a character may end in one. */
const ESCAPE = String.raw`\\[bfnrt]|\\u[\da-f]{4}|%[\dA-F]{2}`;

/** Matches a text where no word goes on beyond either of its ends. */
function wholeWord(text: string): RegExp {
  const isLetter = new RegExp(LETTER, 'u');
  const [first = '', last = ''] = [[...text].at(0), [...text].at(-1)];
  const before = isLetter.test(first) ? `(?:(?<!${LETTER})|(?<=${ESCAPE}))` : '';
  const after = isLetter.test(last) ? `(?!${LETTER})` : '';
  return new RegExp(before + RegExp.escape(text) + after, 'gu');
}

/** Plain data with every text redacted, names too; names that differ still do. */
export function redactData(data: unknown, redact: Redact): unknown {
  if (typeof data === 'string') return redact(data);
  if (Array.isArray(data)) return data.map((item) => redactData(item, redact));
  if (typeof data !== 'object' || data === null) return data;
  const nameOf = redactNames(Object.keys(data), redact);
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [nameOf(name), redactData(value, redact)] as const),
  );
}

/** What a step logged, redacted. */
export function redactLog({ models, ...log }: StepLog, redact: Redact): StepLog {
  return { ...redactFacts(log, redact), ...(models && { models: redactFacts(models, redact) }) };
}

function redactFacts({ parameters, metrics, tags }: LoggedFacts, redact: Redact): LoggedFacts {
  const keyOf = redactNames(
    metrics.map(({ key }) => key),
    redact,
  );
  return {
    parameters: redactData(parameters, redact) as LoggedFacts['parameters'], // the same shape: only texts change
    metrics: metrics.map((metric) => ({ ...metric, key: keyOf(metric.key) })),
    tags: redactData(tags, redact) as LoggedFacts['tags'],
  };
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
