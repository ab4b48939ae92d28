import type { Table } from '../data/table.ts';
import { checkRows } from './check-rows.ts';
import { checkTarget } from './check-target.ts';
import { regressionMetrics } from './evaluate.ts';
import type { RegressionMetrics } from './metrics.ts';
import { numericValues } from './numeric-column.ts';
import { mean } from './sum.ts';

/** Metrics on `test` of always predicting the mean of the target in `train`: what a model must beat to be of use. */
export function meanBaseline(train: Table, test: Table, targetName: string): RegressionMetrics {
  const actual = numericValues(test, targetName);
  return regressionMetrics(actual, new Float64Array(actual.length).fill(trainingMean(train, targetName)));
}

function trainingMean(train: Table, targetName: string): number {
  checkRows(train);
  const target = numericValues(train, targetName);
  checkTarget(targetName, target);
  return mean(target);
}
