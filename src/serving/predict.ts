import type { Model } from '../models/model.ts';
import { decodeBody } from './input/decode-body.ts';
import { parseInvocations } from './input/parse-invocations.ts';
import { predictionsBody } from './predictions-body.ts';

/** The answer of a model to a request's bytes; throws as `parseInvocations`, the model and `predictionsBody` do. */
export function predict(
  model: Model,
  body: ArrayBuffer | Uint8Array,
  contentType: string,
): ReturnType<typeof predictionsBody> {
  return predictionsBody(model.predict(parseInvocations(decodeBody(body), contentType, model.signature)));
}
