import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactNames } from '../../../src/runs/variables/redact-names.ts';
import { redactor } from '../../../src/runs/variables/redact.ts';

describe('redactNames', () => {
  it('numbers those that would be alike, and leaves others their names', () => {
    const names = ['rows of a', '***', 'rows of b', 'a', 'rows'];

    const nameOf = redactNames(names, redactor({ configuration: ['a', 'b'] }));

    expect(names.map(nameOf)).toEqual(['rows of ***', '***', 'rows of *** 2', '*** 2', 'rows']);
  });

  it('gives different names to different ones, whatever is hidden', () => {
    const short = fc.string({ minLength: 1, maxLength: 2, unit: fc.constantFrom('a', 'b', '*', ' ', '2') });
    const names = fc.uniqueArray(fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', '*', ' ', '2') }));
    fc.assert(
      fc.property(names, fc.array(short), fc.array(short), (before, secrets, configuration) => {
        const after = before.map(redactNames(before, redactor({ secrets, configuration })));
        expect(new Set(after).size).toBe(before.length);
      }),
    );
  });
});
