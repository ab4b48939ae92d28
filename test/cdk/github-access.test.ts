import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { GithubAccess, type GithubAccessProps } from '../../cdk/github-access.ts';

function templateOf(props: Partial<GithubAccessProps> = {}): Template {
  const env = { account: '111122223333', region: 'eu-central-1' };
  return Template.fromStack(new GithubAccess(new App(), 'github', { env, repository: 'octo-org/rents', ...props }));
}

/** Roles by the subject that may take them: the last words of the names of the roles they may take in turn. */
function rolesBySubject(template: Template): Record<string, string[]> {
  const roles = Object.entries(template.findResources('AWS::IAM::Role'));
  const policies = Object.values(template.findResources('AWS::IAM::Policy'));
  return Object.fromEntries(
    roles.map(([id, { Properties }]) => {
      const [trust] = Properties.AssumeRolePolicyDocument.Statement;
      const policy = policies.find((one) => one['Properties'].Roles[0].Ref === id)!['Properties'];
      const resources = [policy.PolicyDocument.Statement[0].Resource].flat();
      const names = resources.map(
        (arn) => /cdk-hnb659fds-([a-z-]+)-111122223333-eu-central-1/.exec(JSON.stringify(arn))![1]!,
      );
      return [trust.Condition.StringEquals['token.actions.githubusercontent.com:sub'], names];
    }),
  );
}

describe('the access of a GitHub repository', () => {
  it('lets its environment deploy, and its pull requests look', () => {
    expect(rolesBySubject(templateOf())).toEqual({
      'repo:octo-org/rents:environment:production': ['deploy-role', 'file-publishing-role', 'lookup-role'],
      'repo:octo-org/rents:pull_request': ['lookup-role'],
    });
  });

  it('takes tokens for AWS alone, from the provider of GitHub', () => {
    const template = templateOf();

    template.hasResourceProperties('AWS::IAM::OIDCProvider', {
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
    template.allResourcesProperties('AWS::IAM::Role', {
      AssumeRolePolicyDocument: {
        Statement: [
          Match.objectLike({
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: {
              StringEquals: Match.objectLike({ 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' }),
            },
          }),
        ],
      },
    });
  });

  it('makes no second provider in an account that has one', () => {
    const providerArn = 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com';

    const template = templateOf({ providerArn, environment: 'prod' });

    template.resourceCountIs('AWS::IAM::OIDCProvider', 0);
    expect(JSON.stringify(template.findResources('AWS::IAM::Role'))).toContain(providerArn);
    expect(Object.keys(rolesBySubject(template))).toContain('repo:octo-org/rents:environment:prod');
  });
});
