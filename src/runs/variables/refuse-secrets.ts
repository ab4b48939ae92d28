import type { ArtifactTypeName } from '../../artifacts/artifact-reference.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { redactData, redactor, type Redact } from './redact.ts';

/** Types whose values are not searched: numbers hold no secret, and all texts of a large table would take too long. */
const UNSEARCHED: ReadonlySet<ArtifactTypeName> = new Set(['table', 'model', 'metrics']);

/** Throws `secret.in-output` when a step returns one of its secrets: what it returns is kept for all to read. */
export function refuseSecrets(
  outputs: Readonly<Record<string, ArtifactTypeName>>,
  returned: Readonly<Record<string, unknown>>,
  secrets: readonly string[],
): void {
  if (secrets.length === 0) return;
  const redact = redactor({ secrets });
  for (const [name, type] of Object.entries(outputs)) {
    if (!UNSEARCHED.has(type) && holdsSecret(returned[name], redact)) throw inOutput(name);
  }
}

function holdsSecret(value: unknown, redact: Redact): boolean {
  return JSON.stringify(value) !== JSON.stringify(redactData(value, redact));
}

function inOutput(output: string): SluiceError {
  return new SluiceError({
    code: 'secret.in-output',
    message: 'a step returned a secret, and what a step returns is stored for everybody who may read the store',
    seen: `output ${output}`,
    allowed: 'values without the secrets of the step',
    mend: 'return what the step made by the secret, and read the secret anew in each step that needs it',
  });
}
