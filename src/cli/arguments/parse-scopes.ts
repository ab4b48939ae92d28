import { nearest } from '../../errors/nearest.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { isScope, type Scope, SCOPES } from '../../tracking/tokens/scope.ts';

/** The scopes in a list as `predict,read`, each once and in one order. Throws `cli.bad-scope`. */
export function parseScopes(list: string): readonly Scope[] {
  const words = list.split(',').map((word) => word.trim());
  const wrong = words.find((word) => !isScope(word));
  if (wrong !== undefined) throw badScope(wrong);
  return SCOPES.filter((scope) => words.includes(scope));
}

function badScope(word: string): SluiceError {
  const near = nearest(word, SCOPES);
  return new SluiceError({
    code: 'cli.bad-scope',
    message: 'this is no scope of a token',
    seen: word.slice(0, 40),
    allowed: `${SCOPES.join(', ')}; several with commas between`,
    mend: near === undefined ? 'give --scope predict to a caller of predictions' : `did you mean ${near}?`,
  });
}
