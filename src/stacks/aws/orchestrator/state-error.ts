import { toErrorDocument } from '../../../errors/error-document.ts';
import { PERMANENT_ERROR, TRANSIENT_ERROR } from '../../../pipeline/compile/retry.ts';
import { isPermanent } from '../../../runs/is-permanent.ts';

/** The error as Step Functions can tell it apart: named permanent or transient, its document as the message. */
export function stateError(error: unknown): Error {
  const named = new Error(JSON.stringify(toErrorDocument(error)), { cause: error });
  named.name = isPermanent(error) ? PERMANENT_ERROR : TRANSIENT_ERROR;
  return named;
}
