import { describe, expect, it } from 'vitest';
import { guessCut } from '../../../../src/data/csv/parallel/guess-cut.ts';

function cutOf(text: string, fieldCount: number): string {
  const bytes = Buffer.from(`${text}\n`);
  return text.slice(0, guessCut(bytes, bytes.length - 1, fieldCount));
}

describe('guessCut', () => {
  it('cuts after the first record of those it looks at', () => {
    expect(cutOf('1,a\n2,b\n3,c', 2)).toBe('1,a\n');
  });

  it('passes over line feeds that are inside quotes, by the count of fields after them', () => {
    expect(cutOf('1,"a\nb\nc",x\n2,d,y\n', 3)).toBe('1,"a\nb\nc",x\n');
  });

  it('cuts near the end of much text', () => {
    const text = '1,a,x\n'.repeat(100_000);
    expect(text.length - cutOf(text, 3).length).toBeLessThan(32_768);
  });

  it('cuts after the last line when no record is seen to its end', () => {
    expect(cutOf('1,a\n2,', 2)).toBe('1,a\n');
  });

  it('cuts at the end when there is no line end', () => {
    expect(cutOf('1,"aaa', 2)).toBe('1,"aaa');
  });
});
