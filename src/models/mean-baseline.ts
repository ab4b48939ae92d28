import type { Table } from '../data/table.ts';
import { centreColumn, standardDeviation } from './centred-column.ts';
import { checkRows } from './check-rows.ts';
import { targetValues } from './check-target.ts';
import { evaluate } from './evaluate.ts';
import type { RegressionMetrics } from './metrics.ts';
import type { ColumnStatistics } from './model-document.ts';
import { modelFromDocument } from './model-from-document.ts';
import type { Model } from './model.ts';

/** The model that always predicts the mean of the target, whatever it is given: what another must beat to be of use. */
export function trainMean(table: Table, targetName: string): Model<{}> {
  checkRows(table);
  const target = targetStatistics(table, targetName);
  const model = modelFromDocument({
    format: 'sluice.model',
    formatVersion: 1,
    trainer: { name: 'mean' },
    signature: { inputs: [], output: { name: targetName, kind: 'float' } },
    transforms: [],
    coefficients: [],
    level: target.mean,
    intercept: target.mean,
    fit: { solver: 'mean', rank: 0, collinear: [], constant: [] },
    statistics: { rows: table.rowCount, features: [], target },
    inputExample: {},
  });
  return { ...model, features: {} };
}

/** Metrics on `test` of always predicting the mean of the target in `train`. */
export function meanBaseline(train: Table, test: Table, targetName: string): RegressionMetrics {
  return evaluate(trainMean(train, targetName), test, targetName);
}

function targetStatistics(table: Table, column: string): ColumnStatistics {
  const values = targetValues(table, column);
  const centred = centreColumn(values);
  const spread = { mean: centred.centre, standardDeviation: standardDeviation(centred) };
  return { column, ...spread, min: reached(values, Math.min), max: reached(values, Math.max), missing: 0 };
}

function reached(values: Float64Array, end: (left: number, right: number) => number): number {
  return values.reduce((left, right) => end(left, right));
}
