import { SluiceError } from '../../errors/sluice-error.ts';
import type { DeployedStack } from './deployment.ts';

/** Throws `stack.other-version` unless a service was deployed by this version of Sluice. */
export function checkVersion(stack: Pick<DeployedStack, 'name' | 'outputs'>, version: string): void {
  if (stack.outputs['Version'] !== version) throw otherVersion(stack, version);
}

function otherVersion({ name, outputs }: Pick<DeployedStack, 'name' | 'outputs'>, version: string): SluiceError {
  return new SluiceError({
    code: 'stack.other-version',
    message: 'another version of Sluice is deployed there than the one that asks',
    seen: `${name}: ${outputs['Version'] ?? 'one that does not tell its version'}`,
    allowed: version,
    mend: `deploy it by this version (npx cdk deploy --all), or use the Sluice that deployed it`,
  });
}
