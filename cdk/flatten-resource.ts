/** Functions of CloudFormation that stand in a template for a text. */
interface Intrinsic {
  readonly Ref?: string;
  readonly 'Fn::GetAtt'?: readonly [string, string];
  readonly 'Fn::ImportValue'?: string;
  readonly 'Fn::Join'?: readonly [string, readonly unknown[]];
}

/** A resource of a policy as one text, references in angle brackets: the form in which cdk-nag names its findings. */
export function flattenResource(resource: unknown): string {
  if (typeof resource === 'string') return resource;
  const intrinsic = resource as Intrinsic; // all else that CDK writes there
  if (intrinsic['Fn::Join']) return intrinsic['Fn::Join'][1].map(flattenResource).join(intrinsic['Fn::Join'][0]);
  if (intrinsic['Fn::GetAtt']) return `<${intrinsic['Fn::GetAtt'].join('.')}>`;
  return intrinsic['Fn::ImportValue'] ?? (intrinsic.Ref ? `<${intrinsic.Ref}>` : JSON.stringify(resource));
}
