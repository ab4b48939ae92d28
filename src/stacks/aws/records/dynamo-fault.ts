import { SluiceError } from '../../../errors/sluice-error.ts';

/** What DynamoDB may answer for a while; the client has retried all but the last before it throws them. */
const passing = new Set([
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TimeoutError',
  'TransactionInProgressException',
  'TransactionConflictException',
]);

/** Node's codes of a connection that failed. */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT']);

/** Throws what a fault of DynamoDB means to a user, or the error itself when only a mistake in Sluice can cause it. */
export function throwDynamoFault(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'ResourceNotFoundException') throw noTable(error);
  if (isPassing(error)) throw unavailable(error.message, error);
  throw error;
}

/** The error of records that cannot be had for the moment. */
export function unavailable(seen: string, cause?: unknown): SluiceError {
  return new SluiceError({
    code: 'records.unavailable',
    message: 'the records cannot be read or written for the moment',
    seen,
    mend: 'try again in a minute; if it stays, look for throttling in the metrics of the table',
    retry: 'transient',
    cause,
  });
}

function isPassing(error: Error): boolean {
  if (passing.has(error.name)) return true;
  if ('code' in error && typeof error.code === 'string' && network.has(error.code)) return true;
  return (statusOf(error) ?? 0) >= 500;
}

function statusOf(error: Error): number | undefined {
  const { $metadata: metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return metadata?.httpStatusCode;
}

function noTable(cause: Error): SluiceError {
  return new SluiceError({
    code: 'records.no-table',
    message: 'there is no table of records here',
    seen: cause.message,
    mend: 'deploy the service in this account and region (`npx cdk deploy`), or name another stack',
    cause,
  });
}
