import type { Trainer } from '../model-document.ts';
import { joined } from './fold-moments.ts';
import type { Moments } from './moments.ts';
import { DEFAULT_FOLDS, type Penalty } from './penalty.ts';
import { bestPenalty, searchPenalty } from './search-penalty.ts';
import { penalised } from './solvers.ts';
import type { Solver } from './solution.ts';

/** What is left to solve when the moments of all rows are known. */
export interface RidgeTask {
  readonly trainer: Trainer;
  readonly moments: Moments;
  readonly solver: Solver;
}

/** The penalty given, or the best of those searched, with the moments of all folds together. Throws `model.too-few-folds`. */
export function ridgeTask(folds: readonly Moments[], penalty: Penalty): RidgeTask {
  const moments = joined(folds);
  if ('l2' in penalty) {
    return { trainer: { name: 'ridge', l2: penalty.l2 }, moments, solver: penalised(penalty.l2) };
  }
  const { l2s, ...parts } = penalty.search;
  const path = searchPenalty(folds, l2s);
  const l2 = bestPenalty(path);
  return {
    trainer: { name: 'ridge', l2, search: { folds: DEFAULT_FOLDS, ...parts, path } },
    moments,
    solver: penalised(l2),
  };
}
