import type { Columns, Table } from '../../data/table.ts';
import { checkRows } from '../check-rows.ts';
import type { Trainer } from '../model-document.ts';
import { modelFromDocument } from '../model-from-document.ts';
import type { Model } from '../model.ts';
import { linearDocument } from './linear-document.ts';
import { MomentsBuilder, shiftsOf, type Moments } from './moments.ts';
import type { Solver } from './solution.ts';
import { solveMoments, solveTriangle } from './solve-about-means.ts';
import { designRows, planOf, type NamedColumns, type Plan } from './training.ts';
import { TriangleBuilder } from './triangle.ts';

/** The model of columns that `solver` finds for the rows of a table. Throws `model.no-training-rows` and as `designRows`. */
export function fitModel<F extends Columns>(
  table: Table,
  columns: NamedColumns,
  trainer: Trainer,
  solver: Solver,
): Model<F> {
  const plan = planTraining(table, columns);
  const design = designRows(plan, table);
  const builder = new MomentsBuilder(design.names, shiftsOf(design));
  builder.add(design);
  return fitMoments(plan, table, builder.moments(), trainer, solver);
}

/** The plan of a training on a table's rows. Throws `model.bad-features` or `model.no-training-rows`. */
export function planTraining(table: Table, columns: NamedColumns): Plan {
  checkRows(table);
  return planOf(table.columns, columns);
}

/** The model of rows whose moments are known; collinear columns have the rows looked at a second time. */
export function fitMoments<F extends Columns>(
  plan: Plan,
  table: Table,
  moments: Moments,
  trainer: Trainer,
  solver: Solver,
): Model<F> {
  const fit =
    solveMoments(moments, solver) ?? solveTriangle(moments, triangleOf(plan, table, moments, solver), solver.l2);
  // Its features are those of the training, by name and kind, which the compiler can't follow.
  return modelFromDocument(linearDocument(plan, trainer, moments, fit, table)) as Model<F>;
}

function triangleOf(plan: Plan, table: Table, moments: Moments, { l2 }: Solver): TriangleBuilder {
  const triangle = new TriangleBuilder(moments, l2);
  triangle.add(designRows(plan, table));
  return triangle;
}
