import { SluiceError } from '../../../errors/sluice-error.ts';
import { isPassingFault } from '../passing-fault.ts';

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

/** Throws what a fault of DynamoDB means to a user, or the error itself when only a mistake in Sluice can cause it. */
export function throwDynamoFault(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'ResourceNotFoundException') throw noTable(error);
  if (isPassingFault(error, passing)) throw unavailable(error.message, error);
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

function noTable(cause: Error): SluiceError {
  return new SluiceError({
    code: 'records.no-table',
    message: 'there is no table of records here',
    seen: cause.message,
    mend: 'deploy the service in this account and region (`npx cdk deploy`), or name another stack',
    cause,
  });
}
