import { selectRows } from '../../data/select-rows.ts';
import type { TableStream } from '../../data/table-stream.ts';
import type { Columns, Table } from '../../data/table.ts';
import { noTrainingRows } from '../check-rows.ts';
import { modelFromDocument } from '../model-from-document.ts';
import type { Model } from '../model.ts';
import { FoldMoments } from './fold-moments.ts';
import { linearDocument } from './linear-document.ts';
import type { Moments } from './moments.ts';
import { checkPenalty, type Penalty } from './penalty.ts';
import { ridgeTask } from './ridge-trainer.ts';
import { solveMoments, solveTriangle } from './solve-about-means.ts';
import { designRows, planOf, type Plan, type TrainingColumns } from './training.ts';
import { TriangleBuilder } from './triangle.ts';

/** What a trainer of more rows than memory holds is given. */
export type StreamTraining<C extends Columns, F extends keyof C & string> = TrainingColumns<C, F> & {
  /** Training rows only. */
  readonly rows: TableStream<C>;
};

/**
 * `trainRidge` on rows that come in pieces, of which it holds one at a time: it goes over them once, and a second time
 * for collinear columns. Throws as `trainRidge`, and what the stream throws.
 */
export async function trainRidgeStream<C extends Columns, F extends keyof C & string>(
  training: StreamTraining<C, F> & Penalty,
): Promise<Model<Pick<C, F>>> {
  checkPenalty(training);
  const plan = planOf(training.rows.columns, training);
  const { folds, first } = await gather(plan, training.rows, training);
  const { trainer, moments, solver } = ridgeTask(folds.moments(), training);
  const fit =
    solveMoments(moments, solver) ??
    solveTriangle(moments, await triangleOf(plan, training.rows, moments, solver.l2), solver.l2);
  // Its features are those of the training, by name and kind, which the compiler can't follow.
  return modelFromDocument(linearDocument(plan, trainer, moments, fit, first)) as Model<Pick<C, F>>;
}

/** Goes over all rows once; keeps the first. */
async function gather(plan: Plan, rows: TableStream, penalty: Penalty): Promise<{ folds: FoldMoments; first: Table }> {
  const folds = new FoldMoments(plan, penalty);
  let first: Table | undefined;
  for await (const batch of rows.batches()) {
    first ??= selectRows(batch, [0]);
    folds.add(batch);
  }
  if (first === undefined) throw noTrainingRows();
  return { folds, first };
}

async function triangleOf(plan: Plan, rows: TableStream, moments: Moments, l2: number): Promise<TriangleBuilder> {
  const triangle = new TriangleBuilder(moments, l2);
  for await (const batch of rows.batches()) triangle.add(designRows(plan, batch));
  return triangle;
}
