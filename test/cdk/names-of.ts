import type { Template } from 'aws-cdk-lib/assertions';

/** What has another name after each change of its content. */
const CHANGING = new Set(['AWS::Lambda::Version', 'AWS::ApiGateway::Deployment']);

/** Names of a template's resources with their types: under another name a resource is made anew, and the old one removed. */
export function namesOf(template: Template): Record<string, string> {
  const resources = Object.entries(template.toJSON()['Resources'] as Record<string, { readonly Type: string }>);
  return Object.fromEntries(resources.flatMap(([name, { Type }]) => (CHANGING.has(Type) ? [] : [[name, Type]])));
}
