import { describe, expect, it } from 'vitest';
import { invokeModel, warningsIn } from '../../../src/cli/predict/invoke-model.ts';

const answering = (status: number, body: string) => ({ invoke: () => Promise.resolve({ status, body }) });

describe('invokeModel', () => {
  it('answers what the endpoint answers', async () => {
    await expect(invokeModel(answering(200, '{"predictions":[4]}'), 'm', '{}', 'application/json')).resolves.toBe(
      '{"predictions":[4]}',
    );
  });

  it("throws the endpoint's own error", async () => {
    const body = JSON.stringify({ error_code: 'predict.bad-body', message: 'no', mend: 'send rows' });
    await expect(invokeModel(answering(400, body), 'm', '{}', 'application/json')).rejects.toMatchObject({
      code: 'predict.bad-body',
      facts: { mend: 'send rows' },
    });
  });

  it.each(['<html>', '{"message":"Forbidden"}', '{"error_code":"INTERNAL"}', '{"error_code":5}', 'null'])(
    'shows a refusal of another form: %s',
    async (body) => {
      await expect(invokeModel(answering(403, body), 'm', '{}', 'application/json')).rejects.toMatchObject({
        code: 'predict.refused',
        facts: { seen: body },
      });
    },
  );

  it.each([
    [403, '{"message":"Missing Authentication Token"}', 'execute-api:Invoke', false],
    [404, '{"message":"Not Found"}', 'cdk deploy', false],
    [413, '{"message":"Request Too Long"}', 'fewer rows', false],
    [429, '{"message":"Limit Exceeded"}', 'in a minute', true],
    [502, '{"message":"Internal server error"}', 'log of the function', true],
    [504, '<html>', 'log of the function', true],
    [418, '', 'look whether', false],
  ])('says how to mend %i of a gateway', async (status, body, mend, transient) => {
    await expect(invokeModel(answering(status, body), 'm', '{}', 'application/json')).rejects.toMatchObject({
      code: 'predict.refused',
      transient,
      facts: { message: `the endpoint answered ${status}`, seen: body, mend: expect.stringContaining(mend) },
    });
  });

  it('does not take a page for a prediction', async () => {
    await expect(invokeModel(answering(200, '<html>sign in'), 'm', '{}', 'application/json')).rejects.toMatchObject({
      code: 'predict.refused',
      facts: { message: 'the endpoint answered 200, and no JSON', seen: '<html>sign in' },
    });
  });
});

describe('warningsIn', () => {
  it('finds the warnings beside predictions', () => {
    expect(warningsIn('{"predictions":[1],"warnings":["one","two"]}')).toEqual(['one', 'two']);
  });

  it.each(['{"predictions":[1]}', '[1]', 'null', '{"warnings":"none"}', '{"warnings":[{}]}'])(
    'finds none in %s',
    (answer) => {
      expect(warningsIn(answer)).toEqual([]);
    },
  );
});
