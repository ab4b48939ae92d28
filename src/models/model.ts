import type { ColumnKind, Columns, Table } from '../data/table.ts';
import type { ModelDocument } from './model-document.ts';

/** One input column of a model. */
export interface SignatureField {
  readonly name: string;
  readonly kind: ColumnKind;
  /** Whether a row may leave it out or send null: the model's own imputation then fills it. */
  readonly nullable: boolean;
}

/** What a model takes and gives. */
export interface Signature {
  readonly inputs: readonly SignatureField[];
  readonly output: { readonly name: string; readonly kind: 'float' };
}

/** A fitted model: a pure function from rows to predictions. */
export interface Model<F extends Columns = Columns> {
  readonly features: F;
  readonly signature: Signature;
  /** One real row it can predict, for examples and smoke checks. */
  readonly inputExample: Readonly<Record<string, number | string | null>>;
  /** The model as plain data: what its file holds. */
  readonly document: ModelDocument;
  /**
   * Predictions, one a row. Columns it does not know are passed over. Throws `model.column-missing`,
   * `model.column-not-numeric`, or `model.feature-missing` for a missing value that it has no imputation for.
   */
  predict(rows: Table): Float64Array;
}
