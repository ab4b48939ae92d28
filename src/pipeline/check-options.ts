import { SluiceError } from '../errors/sluice-error.ts';
import { CONCURRENCIES, type Concurrency } from './concurrency.ts';

/** How long an execution of Step Functions may take (its quotas). */
const YEAR_MS = 365 * 86_400_000;

/** Throws `pipeline.bad-option` for what no run could be held to. */
export function checkOptions(
  pipeline: string,
  { timeoutMs, concurrency }: { readonly timeoutMs: number; readonly concurrency: Concurrency },
): void {
  if (!Number.isInteger(timeoutMs) || timeoutMs < 1 || timeoutMs > YEAR_MS) {
    throw badOption(`${pipeline}: timeoutMs ${timeoutMs}`, `whole milliseconds, 1 to ${YEAR_MS} (a year)`);
  }
  if (!CONCURRENCIES.includes(concurrency)) {
    throw badOption(`${pipeline}: concurrency ${String(concurrency)}`, CONCURRENCIES.join(', '));
  }
}

function badOption(seen: string, allowed: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.bad-option',
    message: 'an option of a pipeline is out of range',
    seen,
    allowed,
    mend: 'give it one of the allowed values, or leave it out',
  });
}
