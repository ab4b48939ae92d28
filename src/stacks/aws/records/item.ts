import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { SluiceError } from '../../../errors/sluice-error.ts';
import { decodeFields, encodeFields } from './attribute-value.ts';
import { itemSizeBytes } from './item-size.ts';
import type { IndexKey, Key } from './keys.ts';
import { malformedItem } from './malformed-item.ts';

export type Item = Record<string, AttributeValue>;

/** What every item carries: the version of its schema. */
export interface Versioned {
  readonly v: 1;
}

type RequiredField<T> = { [Field in keyof T]-?: object extends Pick<T, Field> ? never : Field }[keyof T];

type AttributeType = 'S' | 'N' | 'BOOL' | 'L' | 'M' | 'NULL';
type AttributeTypes = AttributeType | readonly AttributeType[];

/** The fields that a record cannot be without, each with the types that its attribute may have. */
type Shape<T> = Readonly<Record<Exclude<RequiredField<T>, 'v'>, AttributeTypes>>;

const greatestSizeBytes = 400 * 1024;

/** A record as the item at a key; throws `records.item-too-large`. */
export function encodeItem<T extends Versioned>(key: Key | (Key & IndexKey), record: T): Item {
  const item = encodeFields({ ...key, ...record });
  const sizeBytes = itemSizeBytes(item);
  if (sizeBytes > greatestSizeBytes) throw itemTooLarge(key, sizeBytes);
  return item;
}

/** Reads items of a shape as records; the reader throws `records.malformed-item` and `records.newer-schema`. */
export function itemReader<T extends Versioned>(shape: Shape<T>): (item: Item) => T {
  // `readFields` has checked the shape; what lies deeper was written by `encodeItem` from the same type.
  return (item) => readFields(item, shape) as unknown as T;
}

function readFields(item: Item, shape: Readonly<Record<string, AttributeTypes>>): Record<string, unknown> {
  const { pk, sk, gpk: _gpk, gsk: _gsk, ...attributes } = item;
  const where = `${pk?.S} ${sk?.S}`;
  checkVersion(attributes['v']?.N, where);
  for (const [field, types] of Object.entries(shape)) {
    checkType(attributes[field], [types].flat(), `${where}.${field}`);
  }
  return decodeFields(attributes, where);
}

function checkType(attribute: AttributeValue | undefined, allowed: readonly string[], where: string): void {
  const seen = Object.keys(attribute ?? {}).join();
  if (!allowed.includes(seen)) throw malformedItem(where, seen || 'nothing', allowed.join(' or '));
}

function checkVersion(version: string | undefined, where: string): void {
  if (version === '1') return;
  if (!(Number(version) > 1)) throw malformedItem(`${where}.v`, String(version), 'a schema version');
  throw new SluiceError({
    code: 'records.newer-schema',
    message: `a record was written by a newer Sluice than this one: ${where}`,
    seen: `schema version ${version}`,
    allowed: 'up to 1',
    mend: 'use the newer Sluice that wrote it',
  });
}

function itemTooLarge(key: Key, sizeBytes: number): SluiceError {
  return new SluiceError({
    code: 'records.item-too-large',
    message: `a record is larger than DynamoDB takes: ${key.pk} ${key.sk}`,
    seen: `${sizeBytes} bytes`,
    allowed: `${greatestSizeBytes} bytes`,
    mend: 'log fewer or shorter parameters, metrics and tags in one step, and put large values into an artifact',
  });
}
