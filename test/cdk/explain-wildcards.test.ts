import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { explainWildcards } from '../../cdk/explain-wildcards.ts';

/** What synthesis would say of a role with this right. */
function problemsOfRightOn(resource: string): string[] {
  const stack = new Stack(new App(), 'Shop');
  const role = new Role(stack, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] }));
  explainWildcards(role);
  return role.node.validate();
}

describe('explainWildcards', () => {
  it('fails synthesis for a right on more than one resource that nobody gave a reason for', () => {
    expect(problemsOfRightOn('arn:aws:s3:::other/*')).toEqual([expect.stringContaining('arn:aws:s3:::other/*')]);
  });

  it.each(['arn:aws:s3:::shop/artifacts/orders/*', 'arn:aws:s3:::shop/prices.csv'])('lets a right on %s be', (name) => {
    expect(problemsOfRightOn(name)).toEqual([]);
  });
});
