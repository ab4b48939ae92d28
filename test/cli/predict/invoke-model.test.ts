import { describe, expect, it } from 'vitest';
import { curl } from '../../../src/cli/predict/curl.ts';
import { invokeModel } from '../../../src/cli/predict/invoke-model.ts';

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

  it.each(['<html>', '{"message":"Forbidden"}', 'null'])('shows a refusal of another form: %s', async (body) => {
    await expect(invokeModel(answering(403, body), 'm', '{}', 'application/json')).rejects.toMatchObject({
      code: 'predict.refused',
      facts: { seen: body },
    });
  });
});

describe('curl', () => {
  it('quotes the body for a shell', () => {
    expect(curl({ url: 'http://127.0.0.1:8080', curlOptions: '' }, 'm', `{"a":"it's"}`)).toContain(
      String.raw`-d '{"a":"it'\''s"}'`,
    );
  });
});
