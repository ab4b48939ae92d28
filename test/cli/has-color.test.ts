import { describe, expect, it } from 'vitest';
import { hasColor } from '../../src/cli/has-color.ts';

describe('hasColor', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: 'false' }, true, false],
    [{ FORCE_COLOR: '1', NO_COLOR: '1' }, false, true],
  ])('takes %o, on a terminal: %s, as %s', (environment, isTerminal, colored) => {
    expect(hasColor(environment, isTerminal)).toBe(colored);
  });
});
