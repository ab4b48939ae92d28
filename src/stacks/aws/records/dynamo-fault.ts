import { SluiceError } from '../../../errors/sluice-error.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { faultKind } from '../fault-kind.ts';

/** Throws what a fault of DynamoDB means to a user, or the error itself when only a mistake in Sluice can cause it. */
export function throwDynamoFault(error: unknown): never {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'ResourceNotFoundException') throw noTable(error);
  if (faultKind(error) === 'passing') throw unavailable(error.message, error);
  return throwAwsFault(error, 'DynamoDB');
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
