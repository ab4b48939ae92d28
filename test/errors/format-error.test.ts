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

  it('shows what a terminal would act on as text, and indents further lines', () => {
    const text = formatError({
      code: 'test.wrong',
      message: 'a\u001B[2Jb\r',
      seen: 'one\ntwo\u009B',
      mend: 'turn\tit',
    });

    expect(text.split('\n').slice(0, 4)).toEqual([
      String.raw`error: a\u001b[2Jb\u000d  [test.wrong]`,
      '  seen:    one',
      String.raw`           two\u009b`,
      String.raw`  mend:    turn\u0009it`,
    ]);
  });

  it('shortens a value that is a whole file in one line', () => {
    const text = formatError({ code: 'test.wrong', message: 'wrong', seen: 'x'.repeat(1_000_000), mend: 'turn it' });

    expect(text.length).toBeLessThan(2_200);
    expect(text).toContain('x…\n');
  });

  it('says where an error was thrown that has no code of its own', () => {
    const stack = 'Error: boom\n    at run (file:///project/train.ts:3:9)\n    at file:///project/perform.ts:1:1';
    const text = formatError({ code: 'step.failed', message: 'Error: boom', mend: 'mend the code', stack });

    expect(text.split('\n').slice(1, 4)).toEqual([
      '  thrown:  run (/project/train.ts:3:9)',
      '           /project/perform.ts:1:1',
      '  mend:    mend the code',
    ]);
  });

  it('leaves out what is not known', () => {
    const text = formatError({ code: 'test.wrong', message: 'wrong', mend: 'turn it' });

    expect(text.split('\n')).toHaveLength(3);
  });
});
