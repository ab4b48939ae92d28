import { SluiceError, type ErrorDocument } from './sluice-error.ts';

/** The JSON form of any thrown value; one that is no `SluiceError` gets the code `step.failed` and keeps its stack. */
export function toErrorDocument(error: unknown): ErrorDocument {
  if (SluiceError.is(error)) {
    const { cause: _cause, ...document } = error.facts;
    return document;
  }
  const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return {
    code: 'step.failed',
    message,
    mend: 'mend the code that threw it, then run again: finished steps are reused',
    ...(error instanceof Error && error.stack ? { stack: error.stack } : {}),
  };
}

/** The error that a document describes, ready to be thrown. */
export function fromErrorDocument(document: ErrorDocument): SluiceError {
  return new SluiceError(document);
}
