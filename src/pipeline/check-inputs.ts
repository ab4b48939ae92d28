import { SluiceError } from '../errors/sluice-error.ts';
import type { AnyReference } from './reference.ts';

/**
 * Throws `pipeline.wrong-join` unless each input that a step declares is given an output of its type or an item of a list.
 * TypeScript says the same before, to those who ask it.
 */
export function checkInputs(
  step: string,
  declared: Readonly<Record<string, { readonly name: string }>>,
  given: Readonly<Record<string, unknown>>,
): void {
  for (const [input, { name }] of Object.entries(declared)) {
    const type = typeOf(given[input]);
    if (type !== name && type !== 'item') throw wrongJoin(`${step}.${input}`, name, type);
  }
  const extra = Object.keys(given).find((input) => !Object.hasOwn(declared, input));
  if (extra !== undefined) throw wrongJoin(`${step}.${extra}`, `${step} takes ${listed(declared)}`, 'no input of it');
}

function typeOf(given: unknown): string {
  if (given === undefined) return 'nothing';
  const reference = typeof given === 'object' && given !== null && 'node' in given && 'type' in given;
  return reference ? (given as AnyReference).type.name : 'what is no output of a step';
}

function listed(declared: object): string {
  return Object.keys(declared).join(', ') || 'no inputs';
}

function wrongJoin(input: string, allowed: string, seen: string): SluiceError {
  return new SluiceError({
    code: 'pipeline.wrong-join',
    message: 'an input of a step is not given what it takes',
    seen: `${input}: ${seen}`,
    allowed,
    mend: 'give each input of the step an output of that type; `npx tsc -p .` says where',
  });
}
