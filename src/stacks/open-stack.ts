import { assembleStack, type StackPlace } from './assemble-stack.ts';
import { BUILT_IN_STACKS } from './definitions/built-in-stacks.ts';
import { atEmulator } from './definitions/emulator-endpoint.ts';
import { isBuiltIn, findStack, type NamedStack } from './definitions/stacks-document.ts';
import { readStacks } from './definitions/stacks-file.ts';
import type { Stack } from './stack.ts';

/**
 * Opens a stack by its name, the active one unless named. Throws `stack.unknown`, `stack.file-*`,
 * `localstack.not-an-emulator` and what opening throws.
 */
export async function openStack(
  name: string | undefined,
  place: StackPlace,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<Stack> {
  return assembleStack(await findDefinition(name, place.home, environment), place);
}

/**
 * The stack of a name, the active one unless named, as it is to be opened. Throws `stack.unknown`, `stack.file-*`,
 * `localstack.not-an-emulator`.
 */
export async function findDefinition(
  name: string | undefined,
  home: string,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<NamedStack> {
  return atEmulator(await stackNamed(name, home), environment);
}

async function stackNamed(name: string | undefined, home: string): Promise<NamedStack> {
  // So that a damaged file of registered stacks leaves the built-in ones usable.
  if (name !== undefined && isBuiltIn(name)) return { name, definition: BUILT_IN_STACKS[name]! };
  const document = await readStacks(home);
  return findStack(document, name ?? document.active);
}
