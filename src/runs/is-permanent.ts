import { SluiceError } from '../errors/sluice-error.ts';

/** Mistakes in the step's own code: they happen again. */
const MISTAKES = new Set(['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError']);

/** Whether trying again cannot help: coded errors unless they say otherwise, and mistakes in code. */
export function isPermanent(error: unknown): boolean {
  if (SluiceError.is(error)) return !error.transient;
  return error instanceof Error && MISTAKES.has(error.name);
}
