import { toErrorDocument } from '../../../errors/error-document.ts';
import { SluiceError } from '../../../errors/sluice-error.ts';
import { PERMANENT_ERROR, QUEUED_ERROR, TRANSIENT_ERROR } from '../../../pipeline/compile/retry.ts';
import { isPermanent } from '../../../runs/is-permanent.ts';

/** The error as Step Functions can tell it apart: named permanent, transient or queued, its document as the message. */
export function stateError(error: unknown): Error {
  const named = new Error(JSON.stringify(toErrorDocument(error)), { cause: error });
  named.name = nameOf(error);
  return named;
}

function nameOf(error: unknown): string {
  if (SluiceError.is(error) && error.code === 'run.queued') return QUEUED_ERROR;
  return isPermanent(error) ? PERMANENT_ERROR : TRANSIENT_ERROR;
}
