import { describe, expect, it } from 'vitest';
import { errorAnswer } from '../../src/api/error-response.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';

function answerTo(error: unknown) {
  const reported: unknown[] = [];
  const answer = errorAnswer(error, (told) => void reported.push(told));
  return { ...answer, reported };
}

describe('errorAnswer', () => {
  it('answers the facts of an error of the caller, and reports nothing', () => {
    const error = new SluiceError({ code: 'predict.bad-body', message: 'no rows', seen: '{}', mend: 'send rows' });
    expect(answerTo(error)).toEqual({
      status: 400,
      body: { error_code: 'predict.bad-body', message: 'no rows', seen: '{}', mend: 'send rows' },
      reported: [],
    });
  });

  it('asks to come again when a fault passes, and reports it', () => {
    const error = new SluiceError({ code: 'records.unavailable', message: 'busy', mend: 'wait', retry: 'transient' });
    expect(answerTo(error)).toMatchObject({
      status: 503,
      body: { error_code: 'records.unavailable' },
      reported: [error],
    });
  });

  it.each([
    new TypeError('secret is not a function'),
    new SluiceError({ code: 'aws.denied', message: 'denied', seen: 'role/secret may not', mend: 'grant it' }),
  ])('keeps what tells of the inside for the report: %s', (error) => {
    const { status, body, reported } = answerTo(error);
    expect([status, body['error_code'], reported]).toEqual([500, 'api.unexpected', [error]]);
    expect(JSON.stringify(body)).not.toContain('secret');
  });
});
