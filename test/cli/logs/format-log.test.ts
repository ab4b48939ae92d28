import { describe, expect, it } from 'vitest';
import { formatLog, missingText, lineFacts } from '../../../src/cli/logs/format-log.ts';

const line = { atMs: 1_700_000_000_000, step: 'say', attempt: 0, kind: 'printed', text: 'a\nb\n' } as const;

describe('a log for people', () => {
  it('says when, of which step and what, further lines of a text under its first', () => {
    expect(formatLog([line, { ...line, step: null, text: 'completed' }], 5)).toBe(
      '2023-11-14 22:13:20.000  say    a\n' +
        '                                b\n' +
        '2023-11-14 22:13:20.000         completed\n',
    );
  });

  it('is printed as JSON without what is of no use outside', () => {
    expect(lineFacts({ ...line, mark: 'm' })).toEqual({
      at: '2023-11-14T22:13:20.000Z',
      step: 'say',
      attempt: 0,
      kind: 'printed',
      text: 'a\nb\n',
    });
  });

  it('names each place whose lines are gone', () => {
    expect(missingText({ gone: [], cut: [] })).toBe('');
    expect(missingText({ gone: [{ step: 'say', place: '/sluice/talk/say' }], cut: [] })).toMatch(
      /^warning: what say printed .*\n$/,
    );
  });

  it('names each place that has more than is shown, and how to see the rest', () => {
    const text = missingText({ gone: [], cut: [{ step: 'say', place: '/sluice/talk/say' }] });
    expect(text).toMatch(/^warning: say printed more .*--since.*\/sluice\/talk\/say.*\n$/);
  });
});
