import type { Table } from '../data/table.ts';
import { featureMissing } from './check-feature.ts';
import type { Coefficient, ModelDocument } from './model-document.ts';
import { numericValues } from './numeric-column.ts';
import { IndicatorColumn, type LevelCodes } from './transforms/indicator-column.ts';

/** `level + Σ coefficient × (value − centre)` of every row, the same to the bit whatever rows stand beside it. Throws `model.feature-missing`. */
export function linearPrediction(
  { level, coefficients }: Pick<ModelDocument, 'level' | 'coefficients'>,
  table: Table,
  rowCount: number,
): Float64Array {
  const predictions = new Float64Array(rowCount).fill(level);
  const indicators = new Map<LevelCodes, Float64Array>();
  for (const coefficient of coefficients) {
    const column = Object.hasOwn(table.columns, coefficient.column) ? table.column(coefficient.column) : undefined;
    if (column instanceof IndicatorColumn) addWeight(indicators, coefficient, column);
    else addShare(predictions, coefficient, numericValues(table, coefficient.column));
  }
  for (const [levels, weights] of indicators) addWeights(predictions, levels, weights);
  return predictions;
}

/** Adds one feature's share to every prediction. */
function addShare(predictions: Float64Array, { column, coefficient, centre }: Coefficient, values: Float64Array): void {
  for (let row = 0; row < predictions.length; row += 1) {
    const value = values[row]!;
    if (Number.isNaN(value)) throw featureMissing(column, row);
    predictions[row]! += coefficient * (value - centre);
  }
}

/** What each level of an encoding adds: the shares of all its indicators together. */
function addWeight(
  indicators: Map<LevelCodes, Float64Array>,
  { coefficient, centre }: Coefficient,
  { levels, level }: IndicatorColumn,
): void {
  const weights = indicators.get(levels) ?? new Float64Array(levels.levelCount);
  indicators.set(levels, weights);
  for (let other = 0; other < weights.length; other += 1) {
    weights[other]! += coefficient * ((other === level ? 1 : 0) - centre);
  }
}

function addWeights(predictions: Float64Array, { codes }: LevelCodes, weights: Float64Array): void {
  for (let row = 0; row < predictions.length; row += 1) predictions[row]! += weights[codes[row]!]!;
}
