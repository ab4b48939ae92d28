import { SluiceError } from '../../errors/sluice-error.ts';
import { missingColumn } from '../missing-column.ts';

/** Where each wanted column stands in the header. Throws `data.column-missing`, `data.duplicate-column`. */
export function findColumns(header: readonly string[], wanted: readonly string[]): readonly number[] {
  return wanted.map((name) => {
    const position = header.indexOf(name);
    if (position === -1) missingColumn(name, header);
    if (header.includes(name, position + 1)) duplicateColumn(name, header);
    return position;
  });
}

function duplicateColumn(name: string, header: readonly string[]): never {
  const positions = header.flatMap((column, index) => (column === name ? [index + 1] : []));
  throw new SluiceError({
    code: 'data.duplicate-column',
    message: `the header names column '${name}' more than once`,
    seen: `columns ${positions.join(' and ')} of ${header.length}`,
    allowed: 'each name once',
    mend: `rename or remove all but one '${name}'`,
  });
}
