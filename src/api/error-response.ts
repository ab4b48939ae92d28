import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type ErrorFacts, SluiceError } from '../errors/sluice-error.ts';

const STATUS_BY_CODE: Readonly<Record<string, ContentfulStatusCode>> = {
  'api.host-refused': 403,
  'api.no-such-route': 404,
  'records.bad-name': 400,
  'predict.nothing-released': 404,
  'predict.body-too-large': 413,
  'predict.unsupported-media-type': 415,
  // The model itself is at fault, not what was sent to it.
  'model.damaged': 500,
  'model.newer-format': 500,
  'model.version-unknown': 500,
};

/** Answers what was thrown while a request was handled; `report` is told what the caller could not have caused. */
export function errorResponse(report: (error: unknown) => void): (error: Error, context: Context) => Response {
  return (error, context) => {
    const { code, message, seen, allowed, mend, details } = factsOf(error);
    const status = statusOf(code);
    if (status >= 500) report(error);
    return context.json({ error_code: code, message, seen, allowed, mend, details }, status);
  };
}

function statusOf(code: string): ContentfulStatusCode {
  return STATUS_BY_CODE[code] ?? (/^(predict|model)\./.test(code) ? 400 : 500);
}

/** The facts of a foreign error stay in the log: they may tell of the inside. */
function factsOf(error: Error): ErrorFacts {
  if (SluiceError.is(error)) return error.facts;
  const unexpected = new SluiceError({
    code: 'api.unexpected',
    message: 'the request could not be answered',
    mend: 'look for the cause in the log of the server',
    cause: error,
  });
  return unexpected.facts;
}
