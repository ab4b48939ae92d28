import type { AttributeValue } from '@aws-sdk/client-dynamodb';

/** What DynamoDB takes for a number at most: 38 digits, two a byte, and two bytes more. */
const numberBytes = 21;
const nestedBytes = 3;

/** Size of an item in bytes as DynamoDB counts it, numbers at their most. (Developer guide: “item sizes and formats”) */
export function itemSizeBytes(item: Readonly<Record<string, AttributeValue>>): number {
  return sum(Object.entries(item).map(([name, value]) => Buffer.byteLength(name) + valueSizeBytes(value)));
}

function valueSizeBytes(value: AttributeValue): number {
  if (value.S !== undefined) return Buffer.byteLength(value.S);
  if (value.N !== undefined) return numberBytes;
  if (value.B !== undefined) return value.B.length;
  if (value.L !== undefined) return nestedBytes + value.L.length + sum(value.L.map(valueSizeBytes));
  if (value.M !== undefined) return nestedBytes + Object.keys(value.M).length + itemSizeBytes(value.M);
  return 1;
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
