import { selectColumns } from '../../src/data/select-columns.ts';
import { rowsWhere, selectRows } from '../../src/data/select-rows.ts';
import type { Table } from '../../src/data/table.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { applyImpute, fitImpute, type ImputeTransform } from '../../src/models/transforms/impute.ts';
import { json } from '../../src/pipeline/artifact-types.ts';
import type { StepLogger } from '../../src/pipeline/step-context.ts';
import { step } from '../../src/pipeline/step.ts';
import { FEATURES, KEY, modelReady, orders, TARGET } from './columns.ts';
import { keyShare } from '../../src/data/key-share.ts';

interface Split {
  readonly seed: number;
  /** Of the orders, from 0 to 1. */
  readonly testShare: number;
}
type Rows = Table<typeof orders.columns>;
type ModelReadyRows = Table<typeof modelReady.columns>;

/**
 * Drops rows without a score, splits by order, and fills missing values with medians of the training rows alone.
 * Throws `clean.too-few-rows`, `clean.constant-score` or `model.column-all-missing`.
 */
export const clean = step({
  name: 'clean',
  inputs: { rows: orders },
  outputs: { train: modelReady, test: modelReady, imputation: json<ImputeTransform>() },
  policy: { memoryMb: 1_769 },
  run: ({ rows }, split: Split, { log }) => {
    const { train, test } = splitByOrder(rows, split);
    logCounts(log, rows, train, test);
    checkSides(rows, train, test, split);
    checkScores(train);
    const imputation = fitImpute(train, FEATURES);
    return { train: applyImpute(imputation, train), test: applyImpute(imputation, test), imputation };
  },
});

/** A row without an order id counts as of one nameless order, so that such rows can't straddle the split either. */
function splitByOrder(rows: Rows, { seed, testShare }: Split): { train: ModelReadyRows; test: ModelReadyRows } {
  const orderIds = rows.column(KEY);
  const scores = rows.column(TARGET).values;
  const isTest = Array.from({ length: rows.rowCount }, (_, row) => keyShare(orderIds.at(row) ?? '', seed) < testShare);
  const numbers = selectColumns(rows, [...FEATURES, TARGET]);
  const side = (test: boolean) => rowsWhere(rows.rowCount, (row) => isTest[row] === test && !Number.isNaN(scores[row]));
  return { train: selectRows(numbers, side(false)), test: selectRows(numbers, side(true)) };
}

function logCounts(log: StepLogger, rows: Rows, train: ModelReadyRows, test: ModelReadyRows): void {
  log.metric('rows.without_score', rows.rowCount - train.rowCount - test.rowCount);
  log.metric('rows.test', test.rowCount);
}

function checkSides(rows: Rows, train: ModelReadyRows, test: ModelReadyRows, { testShare }: Split): void {
  if (train.rowCount > 0 && test.rowCount > 0) return;
  throw new SluiceError({
    code: 'clean.too-few-rows',
    message: 'after the split by order there is nothing to train or to test on',
    seen: `${rows.rowCount} rows, of them ${train.rowCount} to train and ${test.rowCount} to test, at testShare ${testShare}`,
    allowed: 'scored rows on both sides, so of two orders at least',
    mend: 'give a file with more scored orders, or a testShare nearer to 0.5',
  });
}

/** A model of one score would predict it always, measure as perfect and pass every gate. */
function checkScores(train: ModelReadyRows): void {
  const { values } = train.column(TARGET);
  if (values.some((value) => value !== values[0])) return;
  throw new SluiceError({
    code: 'clean.constant-score',
    message: `every training row has the same ${TARGET}, so there is nothing to learn`,
    seen: `${values[0]} in all ${train.rowCount} training rows`,
    allowed: 'at least two different scores',
    mend: 'give a file with orders of different scores',
  });
}
