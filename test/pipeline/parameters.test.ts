import { describe, expect, it } from 'vitest';
import { choice, defaultOf, file, flag, integer, number, text } from '../../src/pipeline/parameters.ts';

describe('parameter declarations', () => {
  it('are plain data, which a manifest can carry', () => {
    const declared = {
      a: number({ default: 1, min: 0, max: 2, description: 'd' }),
      b: integer(),
      c: text({ default: '' }),
      d: choice(['x', 'y'], { default: 'y' }),
      e: flag({ default: false }),
      f: file(),
    };

    expect(JSON.parse(JSON.stringify(declared))).toEqual(declared);
    expect(Object.values(declared).map(({ kind }) => kind)).toEqual([
      'number',
      'integer',
      'text',
      'choice',
      'flag',
      'file',
    ]);
  });

  it('have a default where one is declared, be it falsy; a file never has', () => {
    expect([number({ default: 0 }), flag({ default: false }), text({ default: '' })].map(defaultOf)).toEqual([
      0,
      false,
      '',
    ]);
    expect([number(), file(), choice(['x'])].map(defaultOf)).toEqual([undefined, undefined, undefined]);
  });
});
