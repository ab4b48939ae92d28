import { describe, expect, it } from 'vitest';
import { errorAnswer } from '../../src/api/error-response.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';

function answered(error: unknown) {
  const reported: unknown[] = [];
  return { ...errorAnswer(error, (told) => reported.push(told)), reported };
}

function fault(code: `${string}.${string}`, retry: 'permanent' | 'transient' = 'permanent'): SluiceError {
  return new SluiceError({ code, message: 'wrong', seen: 'x', mend: 'mend it', retry });
}

describe('errorAnswer', () => {
  it('says all that the caller can act on', () => {
    const { status, body } = answered(fault('predict.bad-body'));
    expect(status).toBe(400);
    expect(body).toMatchObject({ error_code: 'predict.bad-body', message: 'wrong', seen: 'x', mend: 'mend it' });
    expect(body).not.toHaveProperty('cause');
  });

  it.each([
    ['predict.invalid-input', 400],
    ['predict.nothing-released', 404],
    ['predict.body-too-large', 413],
    ['predict.unsupported-media-type', 415],
    ['api.host-refused', 403],
    ['api.no-such-method', 405],
  ] as const)('answers %s with %i and reports nothing: the caller can mend it', (code, status) => {
    expect(answered(fault(code))).toMatchObject({ status, reported: [] });
  });

  it.each(['model.damaged', 'artifact.missing', 'records.corrupt'] as const)('reports %s as its own fault', (code) => {
    const error = fault(code);
    expect(answered(error)).toMatchObject({ status: 500, reported: [error] });
  });

  it('answers what may pass with 503, so that callers try again', () => {
    expect(answered(fault('records.unavailable', 'transient'))).toMatchObject({ status: 503 });
  });

  it.each([new TypeError('secret'), 'secret'])('tells nothing of a foreign error, and reports it: %s', (error) => {
    const { status, body, reported } = answered(error);
    expect([status, body['error_code'], reported]).toEqual([500, 'api.unexpected', [error]]);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});
