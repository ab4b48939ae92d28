import type { Columns } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { Model } from '../model.ts';
import { fitModel } from './fit-model.ts';
import { penalised } from './solvers.ts';
import type { Training } from './training.ts';

/**
 * Least squares with a penalty of `l2` on the squares of the coefficients, not on the intercept, in the units of the
 * columns after all transforms (scikit-learn's Ridge(alpha=l2)). Collinear and nearly collinear columns go to
 * `minimumNorm` instead. Throws `model.bad-l2`, and as `trainLinear`.
 */
export function trainRidge<C extends Columns, F extends keyof C & string>(
  training: Training<C, F> & { readonly l2: number },
): Model<Pick<C, F>> {
  const { table, l2 } = training;
  checkPenalty(l2);
  return fitModel<Pick<C, F>>(table, training, { name: 'ridge', l2 }, penalised(l2));
}

/** Throws `model.bad-l2` unless it is a penalty. */
export function checkPenalty(l2: number): void {
  if (l2 >= 0 && Number.isFinite(l2)) return;
  throw new SluiceError({
    code: 'model.bad-l2',
    message: 'the ridge penalty is not a number from 0',
    seen: String(l2),
    allowed: '0 (plain least squares) and any positive finite number',
    mend: 'give l2 such a number; 1 is a usual start',
  });
}
