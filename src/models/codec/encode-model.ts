import { canonicalJson, type Json } from '../../data/canonical-json.ts';
import type { ModelDocument } from '../model-document.ts';
import type { Model } from '../model.ts';
import { rowSchema } from './row-schema.ts';

/**
 * A model as the bytes of its file: canonical JSON of its document, with a JSON Schema of its rows for others to read.
 * Equal models have equal bytes. Throws `data.not-finite`.
 */
export function encodeModel({ document }: Model): Uint8Array {
  return new TextEncoder().encode(canonicalJson({ ...asJson(document), inputSchema: rowSchema(document.signature) }));
}

/** A document is all JSON; an interface only lacks the index signature that says so. */
function asJson(document: ModelDocument): Readonly<Record<string, Json>> {
  return document as unknown as Readonly<Record<string, Json>>;
}
