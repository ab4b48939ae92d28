import { describe, expect, it } from 'vitest';
import { parseScopes } from '../../../src/cli/arguments/parse-scopes.ts';

describe('parseScopes', () => {
  it('has each scope once, in one order', () => {
    expect(parseScopes('predict, read,predict')).toEqual(['read', 'predict']);
  });

  it.each(['', 'predict,', 'Predict', 'all', 'read predict'])('refuses %j', (list) => {
    expect(() => parseScopes(list)).toThrow(expect.objectContaining({ code: 'cli.bad-scope' }));
  });
});
