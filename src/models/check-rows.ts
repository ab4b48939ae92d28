import type { Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';

/** Throws `model.no-training-rows` if there is nothing to fit on. */
export function checkRows(table: Table): void {
  if (table.rowCount === 0) throw noTrainingRows();
}

/** There is nothing to fit on. */
export function noTrainingRows(): SluiceError {
  return new SluiceError({
    code: 'model.no-training-rows',
    message: 'the training table has no rows',
    seen: '0 rows',
    allowed: 'at least one row',
    mend: 'look at the steps before: a filter or a split may have left none',
  });
}
