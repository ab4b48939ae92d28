import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { SluiceError } from '../errors/sluice-error.ts';

const STATUS_BY_CODE: Readonly<Record<string, ContentfulStatusCode>> = {
  'api.bad-request': 400,
  'api.host-refused': 403,
  'api.token-refused': 401,
  'api.scope-missing': 403,
  'api.no-such-route': 404,
  'api.no-such-method': 405,
  'records.bad-name': 400,
  'predict.nothing-released': 404,
  'predict.body-too-large': 413,
  'predict.unsupported-media-type': 415,
  // The model itself is at fault, not what was sent to it.
  'model.damaged': 500,
  'model.newer-format': 500,
  'model.version-unknown': 500,
};

/** An error as it is answered over HTTP. */
export interface ErrorAnswer {
  readonly status: ContentfulStatusCode;
  readonly body: Readonly<Record<string, unknown>>;
}

type Report = (error: unknown) => void;

/** Answers what was thrown while a request was handled; `report` is told what the caller could not have caused. */
export function errorResponse(report: Report): (error: Error, context: Context) => Response {
  return (error, context) => {
    const { status, body } = errorAnswer(error, report);
    return context.json(body, status);
  };
}

/** What to answer for a thrown value; `report` is told what the caller could not have caused. */
export function errorAnswer(error: unknown, report: Report): ErrorAnswer {
  const known = SluiceError.is(error) && !isOfTheInside(error) ? error : unexpected(error);
  const { code, message, seen, allowed, mend, details } = known.facts;
  const status = statusOf(known);
  if (status >= 500) report(error);
  return { status, body: { error_code: code, message, seen, allowed, mend, details } };
}

function statusOf({ code, transient }: SluiceError): ContentfulStatusCode {
  return STATUS_BY_CODE[code] ?? (/^(predict|model)\./.test(code) ? 400 : transient ? 503 : 500);
}

/** What AWS says of rights names roles and accounts, which are no matter of the caller. */
function isOfTheInside({ code }: SluiceError): boolean {
  return code.startsWith('aws.');
}

/** The facts of a foreign error stay in the log: they may tell of the inside. */
function unexpected(cause: unknown): SluiceError {
  return new SluiceError({
    code: 'api.unexpected',
    message: 'the request could not be answered',
    mend: 'look for the cause in the log of the server',
    cause,
  });
}
