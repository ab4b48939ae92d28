import { App, type Stack } from 'aws-cdk-lib';
import { flattenResource } from '../../../cdk/flatten-resource.ts';

/** One thing that a role may do, as text: `action on resource`, with the partitions of the table where those are limited. */
type Grant = string;

interface Statement {
  readonly Effect: string;
  readonly Action: string | readonly string[];
  readonly Resource: unknown;
  readonly Condition?: { readonly 'ForAllValues:StringLike': { readonly 'dynamodb:LeadingKeys': readonly string[] } };
}

/** What each role of a synthesised stack may do, by the name that its construct has. */
export function grantsByRole(stack: Stack): Record<string, Grant[]> {
  const app = stack.node.root as App; // the root of every stack here
  const template = app.synth().getStackByName(stack.stackName).template as Template;
  const policies = Object.entries(template.Resources).filter(([, { Type }]) => Type === 'AWS::IAM::Policy');
  return Object.fromEntries(
    policies.map(([id, { Properties }]) => [
      id.replace(/DefaultPolicy.*/, ''),
      Properties.PolicyDocument.Statement.flatMap(grantsOf).toSorted(),
    ]),
  );
}

interface Template {
  readonly Resources: Readonly<
    Record<
      string,
      { readonly Type: string; readonly Properties: { readonly PolicyDocument: { readonly Statement: Statement[] } } }
    >
  >;
}

function grantsOf({ Effect, Action, Resource, Condition }: Statement): Grant[] {
  if (Effect !== 'Allow') throw new Error(`a statement that does not allow: ${Effect}`);
  const resources = [Resource].flat().map((resource) => named(flattenResource(resource)));
  const limits = Condition?.['ForAllValues:StringLike']['dynamodb:LeadingKeys'].map((key) => ` ${key}`) ?? [''];
  return [Action]
    .flat()
    .flatMap((action) => resources.flatMap((resource) => limits.map((limit) => `${action} on ${resource}${limit}`)));
}

/** Without what CDK makes of a name: the hash at its end, and the names of exports. */
function named(resource: string): string {
  return resource
    .replace(/sluice:ExportsOutputFnGetAtt(\w+?)[0-9A-F]{8}Arn[0-9A-F]{8}/, '<$1.Arn>')
    .replace(/<(\w+?)[0-9A-F]{8}(\.Arn)?>/g, '<$1$2>')
    .replace('.Arn', '');
}
