import { nearest } from '../../errors/nearest.ts';
import type { Signature } from '../../models/model.ts';
import type { RawRows } from './raw-rows.ts';
import { shown } from './shown.ts';

/** The rows of a request have the same columns as a rule. */
const ROWS_LOOKED_AT = 100;
const MAX_WARNINGS = 20;

/**
 * A warning for each column sent that the model does not have (the first 20), from the rows that came without some
 * column that it has: what is beside a whole row is harmless, what came in the place of a column was most likely it.
 */
export function passedOver(raw: RawRows, { inputs }: Signature): string[] {
  const known = inputs.map(({ name }) => name);
  const warnings = new Map<string, string>();
  for (let row = 0; row < Math.min(raw.rowCount, ROWS_LOOKED_AT); row += 1) {
    const sent = new Set(raw.columnsOf(row));
    const missing = known.filter((name) => !sent.delete(name));
    if (missing.length === 0) continue;
    for (const name of sent) {
      if (!warnings.has(name)) warnings.set(name, warning(name, missing));
      if (warnings.size === MAX_WARNINGS) return [...warnings.values()];
    }
  }
  return [...warnings.values()];
}

function warning(name: string, missing: readonly string[]): string {
  const meant = nearest(name, missing);
  const hint = meant === undefined ? '' : `; did you mean ${meant}, which is missing?`;
  return `the model has no column ${shown(name)}, which was passed over${hint}`;
}
