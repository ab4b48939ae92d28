import { describe, expect, it } from 'vitest';
import { formatError } from '../../src/errors/format-error.ts';

describe('formatError', () => {
  it('says what was wrong, seen and allowed, how to mend it and where to read on', () => {
    const text = formatError({
      code: 'data.column-missing',
      message: 'no such column',
      seen: 'prise',
      allowed: 'price, freight',
      mend: 'did you mean price?',
    });

    expect(text).toBe(
      [
        'error: no such column  [data.column-missing]',
        '  seen:    prise',
        '  allowed: price, freight',
        '  mend:    did you mean price?',
        '  more:    docs/errors.md#datacolumn-missing',
      ].join('\n'),
    );
  });

  it('leaves out what is not known', () => {
    const text = formatError({ code: 'test.wrong', message: 'wrong', mend: 'turn it' });

    expect(text.split('\n')).toHaveLength(3);
  });
});
