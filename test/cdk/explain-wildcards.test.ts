import { App, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { describe, expect, it } from 'vitest';
import { explainWildcards } from '../../cdk/explain-wildcards.ts';

function appWithRightOn(resource: string): App {
  const app = new App();
  const role = new Role(new Stack(app, 'Shop'), 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  role.addToPolicy(new PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] }));
  explainWildcards(role);
  return app;
}

describe('explainWildcards', () => {
  it('fails synthesis for a right on more than one resource that nobody gave a reason for', () => {
    expect(() => appWithRightOn('arn:aws:s3:::other/*').synth()).toThrow(/arn:aws:s3:::other\/\* has no reason/);
  });

  it.each(['arn:aws:s3:::shop/artifacts/orders/*', 'arn:aws:s3:::shop/prices.csv'])(
    'lets a right on %s be',
    (resource) => {
      expect(() => appWithRightOn(resource).synth()).not.toThrow();
    },
  );
});
