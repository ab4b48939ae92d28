import type { ParquetType, SchemaElement, TimeUnit } from 'hyparquet';
import type { ColumnKind } from '../table.ts';
import { wrongKind } from './faults.ts';

/** What the values of a column mean, by the physical and logical types of the Parquet format. */
export type StoredType =
  | { readonly is: 'integer' | 'unsigned' | 'floating' | 'half' | 'boolean' | 'text' | 'date' | 'int96' | 'other' }
  | { readonly is: 'decimal'; readonly scale: number }
  | { readonly is: 'timestamp'; readonly unit: TimeUnit };

/** Which of them can be read as a kind of ours. */
const READABLE: Readonly<Record<ColumnKind, readonly StoredType['is'][]>> = {
  float: ['integer', 'unsigned', 'floating', 'half', 'decimal', 'boolean'],
  int: ['integer', 'unsigned', 'floating', 'half', 'decimal', 'boolean'],
  text: ['text'],
  time: ['date', 'timestamp', 'int96'],
};
/** How each of them may be stored. */
const PHYSICAL: Readonly<Record<StoredType['is'], readonly (ParquetType | undefined)[]>> = {
  integer: ['INT32', 'INT64'],
  unsigned: ['INT32', 'INT64'],
  floating: ['FLOAT', 'DOUBLE'],
  half: ['FIXED_LEN_BYTE_ARRAY'],
  boolean: ['BOOLEAN'],
  text: ['BYTE_ARRAY'],
  date: ['INT32'],
  int96: ['INT96'],
  decimal: ['INT32', 'INT64', 'FIXED_LEN_BYTE_ARRAY', 'BYTE_ARRAY'],
  timestamp: ['INT64'],
  other: [],
};
const TEXTS: ReadonlySet<unknown> = new Set(['STRING', 'UTF8', 'ENUM', 'JSON']);

/** What a column holds, if it can be read as the kind asked for. Throws `data.parquet-kind`. */
export function storedTypeOf(element: SchemaElement, kind: ColumnKind): StoredType {
  const stored = typeOf(element);
  if (READABLE[kind].includes(stored.is) && PHYSICAL[stored.is].includes(element.type)) return stored;
  return wrongKind(element.name, kind, nameOf(element), kindsFor(stored));
}

function typeOf(element: SchemaElement): StoredType {
  const { type, converted_type: converted, logical_type: logical } = element;
  const annotation = logical?.type ?? converted;
  if (TEXTS.has(annotation)) return { is: 'text' };
  if (annotation === 'DATE') return { is: 'date' };
  if (annotation === 'DECIMAL') return { is: 'decimal', scale: element.scale ?? 0 };
  if (logical?.type === 'TIMESTAMP') return { is: 'timestamp', unit: logical.unit };
  if (converted === 'TIMESTAMP_MILLIS') return { is: 'timestamp', unit: 'MILLIS' };
  if (converted === 'TIMESTAMP_MICROS') return { is: 'timestamp', unit: 'MICROS' };
  if (annotation === 'FLOAT16') return { is: 'half' };
  if (type === 'INT96') return { is: 'int96' };
  return plainTypeOf(element);
}

function plainTypeOf({ type, converted_type: converted, logical_type: logical }: SchemaElement): StoredType {
  const isUnsigned = logical?.type === 'INTEGER' ? !logical.isSigned : converted?.startsWith('UINT_') === true;
  if (isUnsigned) return { is: 'unsigned' };
  const isInteger = logical === undefined ? !converted || converted.startsWith('INT_') : logical.type === 'INTEGER';
  if (isInteger && PHYSICAL.integer.includes(type)) return { is: 'integer' };
  if (logical ?? converted) return { is: 'other' };
  if (type === 'FLOAT' || type === 'DOUBLE') return { is: 'floating' };
  if (type === 'BOOLEAN') return { is: 'boolean' };
  // Without a logical type: writers of old left it out for texts.
  return { is: type === 'BYTE_ARRAY' ? 'text' : 'other' };
}

function nameOf({ type, converted_type: converted, logical_type: logical }: SchemaElement): string {
  const annotation = logical?.type ?? converted;
  return annotation === undefined ? `${type}` : `${type} as ${annotation}`;
}

function kindsFor({ is }: StoredType): string {
  const kinds = Object.entries(READABLE).flatMap(([kind, readable]) => (readable.includes(is) ? [`'${kind}'`] : []));
  return kinds.join(' or ') || 'columns of numbers, texts or times';
}
