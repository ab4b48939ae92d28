import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { isPermanent } from '../../../src/runs/is-permanent.ts';
import { redactData, redactError, redactLog, redactor } from '../../../src/runs/variables/redact.ts';

const SECRET = 'pa"ss\nwörd/é';
const redact = redactor([SECRET]);

describe('redactor', () => {
  it('leaves texts alone without secrets', () => {
    expect(redactor([])('as it was')).toBe('as it was');
  });

  it('leaves nothing of a secret in any text, wherever it stands and however often', () => {
    const secret = fc.string({ minLength: 4, unit: 'binary' }).filter((text) => !text.includes('*'));
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(secret, texts, (value, around) => {
        expect(redactor([value])(around.join(value))).not.toContain(value);
      }),
    );
  });

  it.each([
    ['JSON', JSON.stringify({ key: SECRET })],
    ['a URL', `https://host/?key=${encodeURIComponent(SECRET)}`],
    ['base64', Buffer.from(SECRET).toString('base64')],
  ])('finds a secret inside %s', (_where, text) => {
    const redacted = redact(text);

    expect(redacted).toContain('***');
    expect(redacted).not.toMatch(/w(?:ö|%C3%B6)rd/);
  });

  it('takes the longer of two secrets first', () => {
    expect(redactor(['abc', 'abcdef'])('abcdef abc')).toBe('*** ***');
  });
});

describe('redactData', () => {
  it('changes texts and names at any depth, and nothing else', () => {
    const data = { rows: [1, null, true, SECRET], inside: { [SECRET]: Number.NaN } };

    expect(redactData(data, redact)).toEqual({ rows: [1, null, true, '***'], inside: { '***': Number.NaN } });
  });
});

describe('redactLog', () => {
  it('keeps numbers as they are, NaN and -0 too', () => {
    const log = { parameters: { token: SECRET }, metrics: [{ key: 'a', value: -0, step: 1 }], tags: {} };

    expect(redactLog(log, redact)).toEqual({ ...log, parameters: { token: '***' } });
  });
});

describe('redactError', () => {
  it('keeps the code and whether to try again, and drops the cause', () => {
    const facts = {
      code: 'shop.refused',
      message: `no ${SECRET}`,
      seen: SECRET,
      mend: 'wait',
      retry: 'transient',
    } as const;

    const redacted = redactError(new SluiceError({ ...facts, cause: new Error(SECRET) }), redact) as SluiceError;

    expect(redacted.facts).toEqual({ ...facts, message: 'no ***', seen: '***' });
    expect(redacted.transient).toBe(true);
  });

  it('keeps the kind of an error, its place in the code, and nothing of the secret', () => {
    const redacted = redactError(new TypeError(`bad ${SECRET}`), redact) as Error;

    expect(redacted).toMatchObject({ name: 'TypeError', message: 'bad ***' });
    expect(isPermanent(redacted)).toBe(true);
    expect(redacted.stack).toContain('redact.test');
    expect(redacted.stack).not.toContain('wörd');
  });

  it('redacts what is thrown and is no error', () => {
    expect(redactError(SECRET, redact)).toBe('***');
    expect(redactError({ key: SECRET }, redact)).toEqual({ key: '***' });
  });
});
