import { join } from 'node:path';
import { assembleStack } from '../../../src/stacks/assemble-stack.ts';
import { BUILT_IN_STACKS } from '../../../src/stacks/definitions/built-in-stacks.ts';
import type { AwsStackDefinition } from '../../../src/stacks/definitions/stack-definition.ts';
import type { Stack } from '../../../src/stacks/stack.ts';

/** Opens what is deployed in a region of the emulator; its home and the code that runs in process are of `root`. */
export function openStack(
  changes: Partial<AwsStackDefinition> & Pick<AwsStackDefinition, 'region' | 'endpoint'>,
  home: string,
  root = join(import.meta.dirname, '../../..'),
): Promise<Stack> {
  const deployed = BUILT_IN_STACKS['localstack'] as AwsStackDefinition;
  return assembleStack({ name: 'localstack', definition: { ...deployed, ...changes } }, { home, root });
}
