import { SluiceError } from '../../../errors/sluice-error.ts';

/** The error of a file of records that is damaged; `seen` says where. */
export function corruptRecords(seen: string, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'records.corrupt',
    message: 'the file of records is damaged, or is no file of records',
    seen,
    mend: 'put back a copy of it, or move it away to begin with empty records (artifacts are kept apart from it)',
    cause,
  });
}
