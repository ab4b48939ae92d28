import type { Call } from './call.ts';

/** An answer that the service itself never gave. */
export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

type Kind = 'error' | 'unavailable' | 'throttled';

/** How a service says that it failed, or is asked too much, in its own protocol; a proxy before it knows only HTML. */
export function refusalOf({ service }: Pick<Call, 'service'>, kind: Kind): Refusal {
  if (kind === 'unavailable') {
    const body = '<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>';
    return { status: 503, headers: { 'content-type': 'text/html' }, body };
  }
  if (service === 's3') return kind === 'error' ? ofS3(500, 'InternalError') : ofS3(503, 'SlowDown');
  if (service === 'cloudformation')
    return kind === 'error' ? ofQuery(500, 'InternalFailure') : ofQuery(400, 'Throttling');
  if (service === 'dynamodb' || service === 'states') {
    return kind === 'error' ? ofJson(500, 'InternalServerError') : ofJson(400, 'ThrottlingException');
  }
  return kind === 'error' ? ofRest(500, 'ServiceException') : ofRest(429, 'TooManyRequestsException');
}

function ofS3(status: number, code: string): Refusal {
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>as the test asks</Message></Error>`;
  return { status, headers: { 'content-type': 'application/xml' }, body };
}

function ofQuery(status: number, code: string): Refusal {
  const type = status < 500 ? 'Sender' : 'Receiver';
  const error = `<Error><Type>${type}</Type><Code>${code}</Code><Message>as the test asks</Message></Error>`;
  const body = `<ErrorResponse>${error}<RequestId>none</RequestId></ErrorResponse>`;
  return { status, headers: { 'content-type': 'text/xml' }, body };
}

function ofJson(status: number, name: string): Refusal {
  const body = JSON.stringify({ __type: `com.amazonaws#${name}`, message: 'as the test asks' });
  return { status, headers: { 'content-type': 'application/x-amz-json-1.0' }, body };
}

function ofRest(status: number, name: string): Refusal {
  const headers = { 'content-type': 'application/json', 'x-amzn-errortype': name };
  return { status, headers, body: JSON.stringify({ message: 'as the test asks' }) };
}
