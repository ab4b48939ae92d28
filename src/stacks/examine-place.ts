import { placeOf } from './definitions/place-of.ts';
import type { Finding } from './finding.ts';
import { findDefinition } from './open-stack.ts';

/** Looks at the account and region of a stack that nothing is deployed to yet; on this machine there is nothing to look at. */
export async function examinePlace(
  name: string | undefined,
  home: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Finding[]> {
  const { definition } = await findDefinition(name, home, environment);
  if (definition.artifactStore === 'files') return [];
  const { examineUndeployed } = await import('./aws/examine/examine-undeployed.ts');
  return examineUndeployed(placeOf(definition));
}
