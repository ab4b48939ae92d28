import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `artifact.spool-failed` for what the system says of a temporary file of rows. */
export function spoolFailed(path: string, cause: unknown): never {
  throw new SluiceError({
    code: 'artifact.spool-failed',
    message: 'rows could not be kept in a temporary file before they are stored',
    seen: `${cause instanceof Error ? cause.message : String(cause)} (${path})`,
    mend: 'free space there, or set TMPDIR to a folder with room for the table, then run again',
    cause,
  });
}
