import type { Columns, Table } from '../data/table.ts';
import { featureMissing } from './check-feature.ts';
import type { Coefficient, ModelDocument } from './model-document.ts';
import type { Model } from './model.ts';
import { numericValues } from './numeric-column.ts';

/** The model that a document describes; needs nothing of what trained it. */
export function modelFromDocument(document: ModelDocument): Model {
  const fills = new Map(document.transforms.flatMap(({ fills: all }) => all.map((fill) => [fill.column, fill.value])));
  return {
    document,
    signature: document.signature,
    inputExample: document.inputExample,
    features: Object.fromEntries(document.signature.inputs.map(({ name, kind }) => [name, kind])) satisfies Columns,
    predict: (rows) => predict(document, fills, rows),
  };
}

function predict(document: ModelDocument, fills: ReadonlyMap<string, number>, rows: Table): Float64Array {
  const predictions = new Float64Array(rows.rowCount).fill(document.level);
  for (const coefficient of document.coefficients) {
    addShare(predictions, coefficient, fills.get(coefficient.column), numericValues(rows, coefficient.column));
  }
  return predictions;
}

/** Adds one feature's share to every prediction, in the same order whatever the number of rows. */
function addShare(
  predictions: Float64Array,
  { column, coefficient, centre }: Coefficient,
  fill: number | undefined,
  values: Float64Array,
): void {
  for (let row = 0; row < predictions.length; row += 1) {
    const raw = values[row]!;
    const value = Number.isNaN(raw) ? fill : raw;
    if (value === undefined) throw featureMissing(column, row);
    predictions[row]! += coefficient * (value - centre);
  }
}
