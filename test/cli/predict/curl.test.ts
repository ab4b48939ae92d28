import { describe, expect, it } from 'vitest';
import { curl } from '../../../src/cli/predict/curl.ts';

describe('curl', () => {
  it('names the address of the model', () => {
    const line = curl({ url: 'http://127.0.0.1:8080', curlOptions: '' }, 'a b', '{}');
    expect(line).toBe(
      `curl -s http://127.0.0.1:8080/models/a%20b/invocations -H 'content-type: application/json' -d '{}'`,
    );
  });

  it('takes the options of an endpoint that lets not everybody in', () => {
    expect(curl({ url: 'http://x', curlOptions: '--user me' }, 'm', '{}')).toMatch(/^curl -s --user me http:/);
  });

  it('quotes the body for a shell', () => {
    expect(curl({ url: 'http://127.0.0.1:8080', curlOptions: '' }, 'm', `{"a":"it's"}`)).toContain(
      String.raw`-d '{"a":"it'\''s"}'`,
    );
  });
});
