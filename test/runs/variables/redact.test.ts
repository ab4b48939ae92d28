import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { isPermanent } from '../../../src/runs/is-permanent.ts';
import { redactData, redactError, redactLog, redactor } from '../../../src/runs/variables/redact.ts';

const SECRET = 'pa"ss\nwörd/é';
const redact = redactor({ secrets: [SECRET] });

describe('redactor', () => {
  it('leaves texts alone without secrets', () => {
    expect(redactor({})('as it was')).toBe('as it was');
  });

  it('leaves nothing of a secret in any text, wherever it stands and however often', () => {
    const secret = fc.string({ minLength: 4, unit: 'binary' }).filter((text) => !text.includes('*'));
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(secret, texts, (value, around) => {
        expect(redactor({ secrets: [value] })(around.join(value))).not.toContain(value);
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
    expect(redactor({ secrets: ['abc', 'abcdef'] })('abcdef abc')).toBe('*** ***');
  });
});

describe('redactor of configuration', () => {
  it.each([
    ['1', 'f1 of fold 1, r1_1', 'f1 of fold ***, r1_1'],
    ['eu', 'neural in eu-west, EU and réseau', 'neural in ***-west, EU and réseau'],
    ['é', 'é, né, e\u0301é\u0301', '***, né, e\u0301é\u0301'],
    ['ünal', 'münal ünal', 'münal ***'],
    ['/data', 'in/data at /data/x, /database', 'in*** at ***/x, /database'],
    ['db:5', 'db:5432, db:5', 'db:5432, ***'],
    ['a.b', 'axb a.b', 'axb ***'],
    ['db', 'line\\ndb at?host=%20db', 'line\\n*** at?host=%20***'],
  ])('%j in %j is found as a whole word', (configuration, text, redacted) => {
    expect(redactor({ configuration: [configuration] })(text)).toBe(redacted);
  });

  it('is found anywhere when it is a secret, too', () => {
    expect(redactor({ secrets: ['key'], configuration: ['key'] })('monkey')).toBe('mon***');
  });

  it('leaves no value between blanks, whatever it is', () => {
    const value = fc.string({ minLength: 1, unit: 'binary' }).filter((text) => !/[*\s]/.test(text));
    fc.assert(
      fc.property(value, (configuration) => {
        expect(redactor({ configuration: [configuration] })(`at ${configuration} !`)).not.toContain(
          ` ${configuration} `,
        );
      }),
    );
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

  it('keeps metrics, tags and parameters apart whose names differ by configuration alone', () => {
    const point = (key: string, value: number) => ({ key, value, step: 0 });
    const log = {
      parameters: { 'host a': '1', 'host b': '2' },
      metrics: [point('rows a', 1), point('rows b', 2), point('rows a', 3), point('rows ***', 4)],
      tags: { a: 'x', b: 'y' },
      models: { parameters: {}, metrics: [point('a', 5), point('b', 6)], tags: {} },
    };

    expect(redactLog(log, redactor({ configuration: ['a', 'b'] }))).toEqual({
      parameters: { 'host ***': '1', 'host *** 2': '2' },
      metrics: [point('rows *** 2', 1), point('rows *** 3', 2), point('rows *** 2', 3), point('rows ***', 4)],
      tags: { '***': 'x', '*** 2': 'y' },
      models: { parameters: {}, metrics: [point('***', 5), point('*** 2', 6)], tags: {} },
    });
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
