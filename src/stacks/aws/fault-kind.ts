/** What a fault of any service of AWS is, where that does not depend on the service. */
export type FaultKind =
  | 'no-credentials'
  | 'credentials-refused'
  | 'denied'
  | 'no-region'
  | 'bad-endpoint'
  | 'bad-answer'
  | 'passing';

/** The names under which the services tell it; each has its own words for the same. */
const KINDS: Readonly<Record<Exclude<FaultKind, 'no-region' | 'bad-endpoint' | 'bad-answer'>, ReadonlySet<string>>> = {
  'no-credentials': new Set(['CredentialsProviderError', 'TokenProviderError']),
  'credentials-refused': new Set([
    'ExpiredToken',
    'ExpiredTokenException',
    'IncompleteSignature',
    'IncompleteSignatureException',
    'InvalidAccessKeyId',
    'InvalidClientTokenId',
    'InvalidSignatureException',
    'InvalidToken',
    'MissingAuthenticationToken',
    'MissingAuthenticationTokenException',
    'RequestExpired',
    'RequestTimeTooSkewed',
    'SignatureDoesNotMatch',
    'UnrecognizedClientException',
  ]),
  denied: new Set(['AccessDenied', 'AccessDeniedException', 'Forbidden']),
  // The client has retried all but the conflicts before it throws them.
  passing: new Set([
    'ConcurrentModificationException',
    'ConditionalRequestConflict',
    'ExecutionLimitExceeded',
    'InternalError',
    'InternalServerError',
    'ProvisionedThroughputExceededException',
    'RequestLimitExceeded',
    'RequestTimeout',
    'ServiceUnavailable',
    'SlowDown',
    'Throttling',
    'ThrottlingException',
    'TimeoutError',
    'TooManyRequestsException',
    'TransactionConflictException',
    'TransactionInProgressException',
  ]),
};

/** Codes of Node and of its `fetch` for a connection that failed. */
const NETWORK = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_SOCKET',
]);

/** What a fault is by its name, its network code or its HTTP status; undefined when only the service's own meaning is left. */
export function faultKind(error: Error): FaultKind | undefined {
  for (const kind of ['no-credentials', 'credentials-refused', 'denied', 'passing'] as const) {
    if (KINDS[kind].has(error.name)) return kind;
  }
  // The client throws a plain `Error` for a region that is missing or malformed.
  if (/^Region (is missing|not accepted)/.test(error.message)) return 'no-region';
  if (networkCode(error) === 'ERR_INVALID_URL') return 'bad-endpoint';
  if (NETWORK.has(networkCode(error) ?? '')) return 'passing';
  return kindOfStatus(statusOf(error));
}

function kindOfStatus(status = 0): FaultKind | undefined {
  if (status >= 200 && status < 300) return 'bad-answer'; // the client could not read it
  if (status === 403) return 'denied';
  return status >= 500 ? 'passing' : undefined;
}

/** `fetch` keeps the code in its error's cause. */
function networkCode(error: Error): string | undefined {
  const { code, cause } = error as NodeJS.ErrnoException;
  return code ?? (cause as NodeJS.ErrnoException | undefined)?.code;
}

/** The HTTP status that AWS answered with, if it did. */
function statusOf(error: Error): number | undefined {
  const { $metadata: metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return metadata?.httpStatusCode;
}
