import { SluiceError } from '../../errors/sluice-error.ts';

/** The penalty of a ridge regression, or how to choose it. */
export type Penalty = { readonly l2: number } | { readonly search: SearchOptions };

/** Which penalties to try on rows left out of the fit, and how to part the training rows for it. */
export interface SearchOptions {
  readonly l2s: readonly number[];
  /** Parts of the rows, each left out once; `DEFAULT_FOLDS` unless said. */
  readonly folds?: number;
  /** Of the hash that puts each row into its part. */
  readonly seed: number;
  /** Column whose equal values stay together in one part; the row's number unless said. */
  readonly key?: string;
}

/** Parts of the rows in a search that does not say how many. */
export const DEFAULT_FOLDS = 5;

/** Throws `model.bad-l2` or `model.bad-search`. */
export function checkPenalty(penalty: Penalty): void {
  if ('l2' in penalty) return checkL2(penalty.l2);
  const { l2s, folds = DEFAULT_FOLDS, seed } = penalty.search;
  for (const l2 of l2s) checkL2(l2);
  if (l2s.length > 0 && Number.isSafeInteger(folds) && folds >= 2 && Number.isSafeInteger(seed)) return;
  throw new SluiceError({
    code: 'model.bad-search',
    message: 'the search for a penalty has nothing to try or nothing to try it on',
    seen: `${l2s.length} penalties, ${folds} folds, seed ${seed}`,
    allowed: 'at least one penalty, at least two folds, a whole number as seed',
    mend: 'mend the search; [0.1, 1, 10, 100] over 5 folds is a usual start',
  });
}

function checkL2(l2: number): void {
  if (l2 >= 0 && Number.isFinite(l2)) return;
  throw new SluiceError({
    code: 'model.bad-l2',
    message: 'the ridge penalty is not a number from 0',
    seen: String(l2),
    allowed: '0 (plain least squares) and any positive finite number',
    mend: 'give l2 such a number; 1 is a usual start',
  });
}
