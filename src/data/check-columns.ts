import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { ColumnKind, Columns } from './table.ts';

const KINDS: Readonly<Record<ColumnKind, true>> = { float: true, int: true, text: true, time: true };

/** The columns themselves if each is of a kind that there is; throws `data.unknown-kind`, as TypeScript says before. */
export function checkColumns<C extends Columns>(columns: C): C {
  const wrong = Object.entries<string>(columns).find(([, kind]) => !Object.hasOwn(KINDS, kind));
  if (wrong === undefined) return columns;
  const [name, kind] = wrong;
  const near = nearest(String(kind), Object.keys(KINDS));
  throw new SluiceError({
    code: 'data.unknown-kind',
    message: `column '${name}' is of a kind that there is not`,
    seen: String(kind),
    allowed: Object.keys(KINDS).join(', '),
    mend: near === undefined ? 'declare it as one of these' : `did you mean ${near}?`,
  });
}
