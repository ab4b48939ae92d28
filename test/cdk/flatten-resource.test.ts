import { describe, expect, it } from 'vitest';
import { flattenResource } from '../../cdk/flatten-resource.ts';

describe('flattenResource', () => {
  it.each([
    ['*', '*'],
    [{ Ref: 'AWS::Region' }, '<AWS::Region>'],
    [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '<Bucket.Arn>'],
    [{ 'Fn::ImportValue': 'sluice:Export' }, 'sluice:Export'],
    [{ 'Fn::Join': ['', [{ 'Fn::GetAtt': ['Bucket', 'Arn'] }, '/runs/*']] }, '<Bucket.Arn>/runs/*'],
    [{ 'Fn::Select': [1, ['a', 'b']] }, '{"Fn::Select":[1,["a","b"]]}'],
  ])('writes %j as one text', (resource, text) => {
    expect(flattenResource(resource)).toBe(text);
  });
});
