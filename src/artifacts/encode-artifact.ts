import { encodeTable } from '../data/arrow/encode.ts';
import { canonicalJson } from '../data/canonical-json.ts';
import type { Columns, Table } from '../data/table.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import { encodeModel } from '../models/codec/encode-model.ts';
import type { Model } from '../models/model.ts';
import type { ArtifactTypeName } from './artifact-reference.ts';

/** The bytes of an artifact, with the rows of a table or the items of a list. */
export interface EncodedArtifact {
  readonly bytes: Uint8Array;
  readonly count?: number;
}

/** The bytes of a step's output: a pure function of its value. Throws `artifact.not-json` and what the codecs throw. */
export function encodeArtifact(type: ArtifactTypeName, value: unknown): EncodedArtifact {
  if (type === 'table') {
    const rows = value as Table<Columns>;
    return { bytes: encodeTable(rows), count: rows.rowCount };
  }
  if (type === 'model') return { bytes: encodeModel(value as Model) };
  if (type === 'markdown') return { bytes: new TextEncoder().encode(checkText(value)) };
  const bytes = new TextEncoder().encode(canonicalJson(checkJson(value, '$') as never));
  return type === 'list' ? { bytes, count: (value as readonly unknown[]).length } : { bytes };
}

/** The value itself, if JSON can hold every part of it and give it back. */
function checkJson(value: unknown, path: string): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) value.forEach((item, index) => checkJson(item, `${path}[${index}]`));
  else if (isPlainObject(value)) for (const [key, item] of Object.entries(value)) checkJson(item, `${path}.${key}`);
  else throw notJson(value, path);
  return value;
}

function checkText(value: unknown): string {
  if (typeof value === 'string') return value;
  throw notJson(value, 'a text in Markdown');
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

function notJson(value: unknown, path: string): SluiceError {
  return new SluiceError({
    code: 'artifact.not-json',
    message: 'an output holds a value that JSON cannot give back',
    seen: `${path}: ${typeof value === 'object' ? (value?.constructor.name ?? 'object') : String(value)}`,
    allowed: 'null, booleans, finite numbers, strings, arrays and plain objects of them',
    mend: 'leave it out, or turn it into one of these',
  });
}
