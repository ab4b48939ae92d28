import { declaration, declareNested, uniqueId } from './declaration.ts';
import { toGraphReference, type Reference } from './reference.ts';

/**
 * Runs what `then` declares only if the condition holds.
 * Gives nothing back: no reference escapes a branch that may not run.
 */
export function when(condition: Reference<boolean, 'scalar'>, then: () => void): void {
  const id = uniqueId('when');
  declaration().nodes.push({ kind: 'when', id, condition: toGraphReference(condition), body: declareNested(then) });
}
