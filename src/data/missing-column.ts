import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';

const MAX_NAMES = 40;
const MAX_NAMES_LENGTH = 2_000;

/** Throws `data.column-missing`, naming the column and the nearest one there is. */
export function missingColumn(name: string, available: readonly string[]): never {
  throw new SluiceError({
    code: 'data.column-missing',
    message: `there is no column '${name}'`,
    seen: listed(available),
    mend: mendOf(name, available),
  });
}

function listed(names: readonly string[]): string {
  if (names.every((name) => name === ''))
    return names.length === 0 ? 'no columns' : 'a blank line in place of the names';
  const shown = names.slice(0, MAX_NAMES).join(', ').slice(0, MAX_NAMES_LENGTH);
  return names.length > MAX_NAMES ? `${shown} and ${names.length - MAX_NAMES} more` : shown;
}

function mendOf(name: string, available: readonly string[]): string {
  const meant = nearest(name, available);
  if (meant !== undefined) return `did you mean '${meant}'?`;
  const [only = ''] = available;
  if (available.length === 1 && /[;\t|]/.test(only)) return 'write the file with commas between its columns';
  return `add a column '${name}' to the data, or take it out of the columns that are read`;
}
