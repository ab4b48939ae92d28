import { Stack, Validations } from 'aws-cdk-lib';
import { CfnPolicy } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { flattenResource } from './flatten-resource.ts';

/** Why a right is on resources that cannot be named one by one, by how they are written. */
const REASONS: readonly { readonly resource: RegExp; readonly reason: string }[] = [
  { resource: /^\*$/, reason: 'X-Ray, and the delivery of logs by Step Functions, know no resources' },
  { resource: /\/(artifacts|incoming)\/.*\*$/, reason: 'objects are named by their hash, or by who brings them' },
  { resource: /\/runs\/\*\/indices\//, reason: 'the index file of a map lies in the folder of its run' },
  { resource: /\.Arn>:\*$/, reason: 'executions under way call older versions of a function than the newest' },
  { resource: /:execution:.*[:/]\*$/, reason: 'executions of the one machine are named by their runs' },
];

/** Makes synthesis fail for a wildcard in a role's policies that has no reason; cdk-nag hears the reasons of the others. */
export function explainWildcards(role: IConstruct): void {
  // Not before validation: only then are references to other stacks written as they will be deployed.
  role.node.addValidation({ validate: () => policiesOf(role).flatMap(explain) });
}

function explain(policy: CfnPolicy): string[] {
  return wildcardsOf(policy).flatMap((resource) => {
    const reason = REASONS.find((known) => known.resource.test(resource))?.reason;
    if (reason === undefined) return [`a right on ${resource} has no reason in cdk/explain-wildcards.ts`];
    Validations.of(policy).acknowledge({ id: `AwsSolutions-IAM5[Resource::${resource}]`, reason });
    return [];
  });
}

function policiesOf(role: IConstruct): CfnPolicy[] {
  return role.node.findAll().filter((construct) => construct instanceof CfnPolicy);
}

function wildcardsOf(policy: CfnPolicy): string[] {
  const { Statement: statements } = Stack.of(policy).resolve(policy.policyDocument) as {
    readonly Statement: readonly { readonly Resource: unknown }[];
  };
  const resources = statements.flatMap(({ Resource: resource }) => resource);
  return [...new Set(resources.map(flattenResource).filter((resource) => resource.includes('*')))];
}
