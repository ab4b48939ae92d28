import { describe, expect, it } from 'vitest';
import {
  conditionInput,
  hasOneOf,
  hasValue,
  isAbsent,
  isAbsentOrHas,
  isPresent,
} from '../../../../src/stacks/aws/records/condition.ts';

describe('conditionInput', () => {
  it.each([
    [isAbsent, 'attribute_not_exists(pk)'],
    [isPresent, 'attribute_exists(pk)'],
  ])('says %j with neither names nor values, for DynamoDB takes no empty ones', (condition, expression) => {
    expect(conditionInput(condition)).toEqual({
      ConditionExpression: expression,
      ExpressionAttributeNames: undefined,
      ExpressionAttributeValues: undefined,
    });
  });

  it('names a field, for its name may be a word of DynamoDB', () => {
    expect(conditionInput(hasValue('status', 'running'))).toEqual({
      ConditionExpression: '#field = :value',
      ExpressionAttributeNames: { '#field': 'status' },
      ExpressionAttributeValues: { ':value': { S: 'running' } },
    });
  });

  it('takes one of several values', () => {
    expect(conditionInput(hasOneOf('status', ['queued', 'running']))).toEqual({
      ConditionExpression: '#field IN (:value0, :value1)',
      ExpressionAttributeNames: { '#field': 'status' },
      ExpressionAttributeValues: { ':value0': { S: 'queued' }, ':value1': { S: 'running' } },
    });
  });

  it('lets a first write through too', () => {
    expect(conditionInput(isAbsentOrHas('sequence', 3))).toMatchObject({
      ConditionExpression: 'attribute_not_exists(pk) OR #field = :value',
      ExpressionAttributeValues: { ':value': { N: '3' } },
    });
  });
});
