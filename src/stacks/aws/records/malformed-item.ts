import { SluiceError } from '../../../errors/sluice-error.ts';

/** The error of an item that Sluice did not write so. */
export function malformedItem(where: string, seen: string, allowed: string): SluiceError {
  return new SluiceError({
    code: 'records.malformed-item',
    message: `the table of records holds an item that is none of Sluice's: ${where}`,
    seen,
    allowed,
    mend: 'restore the item from a backup, or delete it; write to this table through Sluice only',
  });
}
