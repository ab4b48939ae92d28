import { Arn, CfnOutput, Duration, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnOIDCProvider, PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

export interface GithubAccessProps extends StackProps {
  /**
   * The repository as the subject of its tokens has it, between `repo:` and the next colon: `owner/name`, with the ids of
   * both in repositories made after June 2026; its settings for OpenID Connect show it.
   */
  readonly repository: string;
  /**
   * The environment of the repository from which it deploys; the branches it takes are its own setting.
   * @default 'production'
   */
  readonly environment?: string;
  /**
   * ARN of the provider `token.actions.githubusercontent.com` where the account has it: there can be but one.
   * @default - it is made
   */
  readonly providerArn?: string;
}

const ISSUER = 'token.actions.githubusercontent.com';
const AUDIENCE = 'sts.amazonaws.com';

/** Name of the CloudFormation stack; no pipeline's is like it. */
export const GITHUB_STACK = 'github-sluice';

/**
 * Lets workflows of a GitHub repository in without a key (OpenID Connect): one role deploys from an environment, one
 * reads for the difference in a pull request. Both may only take the roles that `cdk bootstrap` made.
 */
export class GithubAccess extends Stack {
  constructor(scope: Construct, id: string, props: GithubAccessProps) {
    super(scope, id, props);
    const { repository, environment = 'production' } = props;
    const provider = props.providerArn ?? new CfnOIDCProvider(this, 'Provider', providerProps).attrArn;
    const enter = (subject: string) => principal(provider, `repo:${repository}:${subject}`);
    this.#role('Deploy', enter(`environment:${environment}`), ['deploy', 'file-publishing', 'lookup']);
    this.#role('Diff', enter('pull_request'), ['lookup']);
  }

  #role(name: string, assumedBy: WebIdentityPrincipal, kinds: readonly string[]): void {
    const role = new Role(this, name, { assumedBy, maxSessionDuration: Duration.hours(1) });
    role.addToPolicy(
      new PolicyStatement({ actions: ['sts:AssumeRole'], resources: kinds.map((kind) => this.#bootstrapped(kind)) }),
    );
    new CfnOutput(this, `${name}RoleArn`, { value: role.roleArn });
  }

  /** ARN of a role of `cdk bootstrap` in this account and region. */
  #bootstrapped(kind: string): string {
    const qualifier = this.synthesizer.bootstrapQualifier ?? 'hnb659fds';
    const resourceName = `cdk-${qualifier}-${kind}-role-${this.account}-${this.region}`;
    return Arn.format({ service: 'iam', region: '', resource: 'role', resourceName }, this);
  }
}

const providerProps = { url: `https://${ISSUER}`, clientIdList: [AUDIENCE] };

function principal(providerArn: string, subject: string): WebIdentityPrincipal {
  return new WebIdentityPrincipal(providerArn, {
    StringEquals: { [`${ISSUER}:aud`]: AUDIENCE, [`${ISSUER}:sub`]: subject },
  });
}
