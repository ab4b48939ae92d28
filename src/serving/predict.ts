import type { Model } from '../models/model.ts';
import { decodeBody } from './input/decode-body.ts';
import { requestRows } from './input/parse-invocations.ts';
import { passedOver } from './input/passed-over.ts';
import { readTable } from './input/read-table.ts';
import { predictionsBody } from './predictions-body.ts';

/** The answer of MLflow's scoring protocol; what the caller should look at beside it, if anything. */
export interface Answer {
  /** One a row. */
  readonly predictions: readonly number[];
  readonly warnings?: readonly string[];
}

/** The answer of a model to a request's bytes; throws as `parseInvocations`, the model and `predictionsBody` do. */
export function predict(model: Model, body: ArrayBuffer | Uint8Array, contentType: string): Answer {
  const { signature } = model;
  const rows = requestRows(decodeBody(body), contentType, signature);
  const answer = predictionsBody(model.predict(readTable(rows, signature)));
  const warnings = passedOver(rows, signature);
  return warnings.length === 0 ? answer : { ...answer, warnings };
}
