import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `data.column-missing`, naming the column and the nearest one there is. */
export function missingColumn(name: string, available: readonly string[]): never {
  const meant = nearest(name, available);
  throw new SluiceError({
    code: 'data.column-missing',
    message: `there is no column '${name}'`,
    seen: listed(available),
    mend: meant === undefined ? `add a column '${name}' to the data` : `did you mean '${meant}'?`,
  });
}

function listed(names: readonly string[]): string {
  if (names.length === 0) return 'no columns';
  const shown = names.slice(0, 40).join(', ');
  return names.length > 40 ? `${shown} and ${names.length - 40} more` : shown;
}
