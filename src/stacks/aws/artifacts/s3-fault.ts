import { SluiceError } from '../../../errors/sluice-error.ts';
import { throwAwsFault } from '../aws-fault.ts';
import { faultKind } from '../fault-kind.ts';

/** Whether the error says that there is no such object. */
export function isNoObject(error: unknown): boolean {
  return error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound');
}

/** Whether the error says that an upload in parts has come to its end, or was given up. */
export function isNoUpload(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSuchUpload';
}

/** Throws what a fault of S3 means to a user, or the error itself when only a mistake in Sluice can cause it. */
export function throwS3Fault(error: unknown, place: string): never {
  if (!(error instanceof Error)) throw error;
  if (error.name === 'NoSuchBucket') throw bucketMissing(error, place);
  const kind = faultKind(error);
  if (kind === 'denied') throw accessDenied(error, place);
  if (kind === 'passing') throw unavailable(error, place);
  return throwAwsFault(error, place);
}

function bucketMissing(cause: Error, place: string): SluiceError {
  return new SluiceError({
    code: 'artifact.bucket-missing',
    message: 'there is no bucket of artifacts here',
    seen: place,
    mend: 'deploy the service in this account and region (`npx cdk deploy`), or name another stack',
    cause,
  });
}

function accessDenied(cause: Error, place: string): SluiceError {
  return new SluiceError({
    code: 'artifact.denied',
    message: 'S3 does not let this identity at an artifact',
    seen: `${cause.name} at ${place}`,
    mend: 'sign in with credentials of the account of the stack, or give the role the right to the key',
    cause,
  });
}

function unavailable(cause: Error, place: string): SluiceError {
  return new SluiceError({
    code: 'artifact.unavailable',
    message: 'S3 cannot be reached or is too busy for the moment',
    seen: `${cause.name}: ${cause.message} at ${place}`,
    mend: 'try again in a minute; if it stays, look at the network and the status of S3 in this region',
    retry: 'transient',
    cause,
  });
}
