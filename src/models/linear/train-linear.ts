import type { Columns } from '../../data/table.ts';
import type { Model } from '../model.ts';
import { fitModel } from './fit-model.ts';
import { leastSquares } from './solvers.ts';
import type { Training } from './training.ts';

/**
 * Least squares on columns about their means, in one pass. Collinear and nearly collinear columns go to `minimumNorm`
 * instead. Throws `model.bad-features`, `model.no-training-rows`, `model.column-missing`, `model.column-not-numeric`,
 * `model.feature-missing`, `model.target-missing` or `model.not-finite`.
 */
export function trainLinear<C extends Columns, F extends keyof C & string>(
  training: Training<C, F>,
): Model<Pick<C, F>> {
  return fitModel<Pick<C, F>>(training.table, training, { name: 'linear' }, leastSquares);
}
