import type { Model } from '../models/model.ts';
import { badBody } from './input/bad-body.ts';
import { parseInvocations } from './input/parse-invocations.ts';
import { predictionsBody } from './predictions-body.ts';

/** The answer of a model to a request's bytes; throws as `parseInvocations`, the model's `predict` and `predictionsBody`. */
export function predict(model: Model, body: ArrayBuffer, contentType: string): ReturnType<typeof predictionsBody> {
  return predictionsBody(model.predict(parseInvocations(decodeText(body), contentType, model.signature)));
}

function decodeText(body: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw badBody(`${body.byteLength} bytes that are not UTF-8`, cause);
  }
}
