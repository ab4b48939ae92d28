import type { Definition } from './state-machine.ts';

/** Step Functions' limit on a definition, in UTF-8 bytes (docs: Step Functions quotas). */
export const MAX_DEFINITION_BYTES = 1_048_576;

/** Size of a definition as it is deployed, in UTF-8 bytes. */
export function definitionSizeBytes(definition: Definition): number {
  return Buffer.byteLength(JSON.stringify(definition));
}
