import { formatError } from '../src/errors/format-error.ts';
import { SluiceError } from '../src/errors/sluice-error.ts';

/** What a terminal is told of an error, or of several at once, that a user can mend; undefined for all else. */
export function refusalText(error: unknown): string | undefined {
  const errors: readonly unknown[] = error instanceof AggregateError ? error.errors : [error];
  const refusals = errors.filter(SluiceError.is);
  if (refusals.length < errors.length) return undefined;
  return refusals.map(({ facts }) => formatError(facts)).join('\n\n');
}
