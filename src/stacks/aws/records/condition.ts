import { encodeFields } from './attribute-value.ts';
import type { Item } from './item.ts';

/** A condition of a write on the item at its key. */
export interface Condition {
  readonly expression: string;
  readonly names?: Record<string, string>;
  readonly values?: Readonly<Record<string, string | number>>;
}

export const isAbsent: Condition = { expression: 'attribute_not_exists(pk)' };
export const isPresent: Condition = { expression: 'attribute_exists(pk)' };

/** That a field has this value. */
export function hasValue(field: string, value: string | number): Condition {
  return { expression: '#field = :value', names: { '#field': field }, values: { ':value': value } };
}

/** That a field has one of these values. */
export function hasOneOf(field: string, values: readonly string[]): Condition {
  const names = values.map((_value, place) => `:value${place}`);
  return {
    expression: `#field IN (${names.join(', ')})`,
    names: { '#field': field },
    values: Object.fromEntries(values.map((value, place) => [`:value${place}`, value])),
  };
}

/** That there is no item, or a field of it has this value. */
export function isAbsentOrHas(field: string, value: string | number): Condition {
  const has = hasValue(field, value);
  return { ...has, expression: `${isAbsent.expression} OR ${has.expression}` };
}

/** The condition in the terms of a request. */
export function conditionInput({ expression, names, values }: Condition): {
  readonly ConditionExpression: string;
  readonly ExpressionAttributeNames: Record<string, string> | undefined;
  readonly ExpressionAttributeValues: Item | undefined;
} {
  return {
    ConditionExpression: expression,
    ExpressionAttributeNames: names,
    ExpressionAttributeValues: values && encodeFields(values),
  };
}
