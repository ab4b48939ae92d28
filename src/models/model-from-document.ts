import type { Columns, Table } from '../data/table.ts';
import { linearPrediction } from './linear-prediction.ts';
import type { ModelDocument } from './model-document.ts';
import type { Model } from './model.ts';
import { inputColumns } from './numeric-column.ts';
import { applyTransforms } from './transforms/transform.ts';

/** The model that a document describes; needs nothing of what trained it. */
export function modelFromDocument(document: ModelDocument): Model {
  const features: Columns = Object.fromEntries(document.signature.inputs.map(({ name, kind }) => [name, kind]));
  return {
    document,
    signature: document.signature,
    inputExample: document.inputExample,
    features,
    predict: (rows: Table) =>
      linearPrediction(document, applyTransforms(document.transforms, inputColumns(rows, features)), rows.rowCount),
  };
}
