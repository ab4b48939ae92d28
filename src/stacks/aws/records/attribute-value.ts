import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { malformedItem } from './malformed-item.ts';

/** Well within what DynamoDB keeps of a number: 38 digits, 1e-130 to 9.99e125. */
const number = { least: 1e-100, greatest: 1e100 };
const bytesOfDouble = 8;

/** Names that one U+0000 is added to, because DynamoDB takes no empty name. */
const NULS = /^\0*$/;

/** A JSON-like value as an attribute; a double that DynamoDB's numbers cannot hold (NaN, -0, …) becomes its 8 bytes. */
export function encodeValue(value: unknown): AttributeValue {
  if (value === null) return { NULL: true };
  if (typeof value === 'boolean') return { BOOL: value };
  if (typeof value === 'string') return { S: value.toWellFormed() };
  if (typeof value === 'number') return isNumber(value) ? { N: String(value) } : { B: bytesOf(value) };
  if (Array.isArray(value)) return { L: value.map(encodeValue) };
  if (typeof value === 'object') return { M: encodeFields(value) };
  throw new TypeError(`no record holds a ${typeof value}`);
}

/** The fields of an object as attributes, without those that are undefined. */
export function encodeFields(fields: object): Record<string, AttributeValue> {
  const defined = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(defined.map(([name, value]) => [NULS.test(name) ? `${name}\0` : name, encodeValue(value)]));
}

/** The value of an attribute; `where` names it in `records.malformed-item`. */
export function decodeValue(attribute: AttributeValue, where: string): unknown {
  if (attribute.NULL !== undefined) return null;
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.B?.length === bytesOfDouble) return doubleOf(attribute.B);
  if (attribute.L !== undefined) return attribute.L.map((item, index) => decodeValue(item, `${where}[${index}]`));
  if (attribute.M !== undefined) return decodeFields(attribute.M, where);
  throw malformedItem(where, `an attribute of type ${Object.keys(attribute).join()}`, 'a JSON value or 8 bytes');
}

/** The object that has these attributes as fields. */
export function decodeFields(attributes: Record<string, AttributeValue>, where: string): Record<string, unknown> {
  const fields = Object.entries(attributes);
  return Object.fromEntries(
    fields.map(([name, value]) => [NULS.test(name) ? name.slice(1) : name, decodeValue(value, `${where}.${name}`)]),
  );
}

function isNumber(value: number): boolean {
  const size = Math.abs(value);
  return Object.is(value, 0) || (size >= number.least && size <= number.greatest);
}

function bytesOf(value: number): Uint8Array {
  const bytes = new Uint8Array(bytesOfDouble);
  new DataView(bytes.buffer).setFloat64(0, value);
  return bytes;
}

function doubleOf(bytes: Uint8Array): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytesOfDouble).getFloat64(0);
}
