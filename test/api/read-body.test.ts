import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/api/read-body.ts';
import { errorResponse } from '../../src/api/error-response.ts';

const MAX_BYTES = 4_500_000;
const CHUNK_BYTES = 100_000;

const app = new Hono();
app.post('/', async (context) => context.text(String((await readBody(context.req)).byteLength)));
app.onError(errorResponse(console.error));

/** A body of no announced length; `given` counts the chunks that were asked for. */
function stream(chunks: number) {
  const given = { chunks: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (given.chunks === chunks) return controller.close();
        given.chunks += 1;
        controller.enqueue(new Uint8Array(CHUNK_BYTES));
      },
      cancel() {
        given.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { given, body };
}

const post = (body: ReadableStream | string, headers: Record<string, string> = {}) =>
  app.request(new Request('http://x/', { method: 'POST', body, headers, duplex: 'half' }));

describe('readBody', () => {
  it('reads a body of a length announced, and of none', async () => {
    expect(await (await post('four', { 'content-length': '4' })).text()).toBe('4');
    expect(await (await post(stream(45).body)).text()).toBe(String(MAX_BYTES));
    expect(await (await app.request('/', { method: 'POST' })).text()).toBe('0');
  });

  it('refuses a length announced that is too large, and reads nothing', async () => {
    const { given, body } = stream(46);
    const response = await post(body, { 'content-length': '4500001' });
    expect([response.status, given.chunks]).toEqual([413, 0]);
    expect(await response.json()).toMatchObject({ error_code: 'predict.body-too-large', seen: '4500001 bytes' });
  });

  it('stops reading a body of no announced length at the first byte too many', async () => {
    const { given, body } = stream(1_000);
    const response = await post(body);
    expect(response.status).toBe(413);
    expect(given).toEqual({ chunks: 46, cancelled: true });
  });

  it('trusts no length beside chunks', async () => {
    const response = await post(stream(46).body, { 'content-length': '1', 'transfer-encoding': 'chunked' });
    expect(response.status).toBe(413);
  });

  it.each([{}, { 'content-length': '200000' }])('knows a body that is cut off: %j', async (headers) => {
    let pulls = 0;
    const body = new ReadableStream({
      pull(controller) {
        pulls += 1;
        if (pulls === 1) controller.enqueue(new Uint8Array(CHUNK_BYTES));
        else controller.error(new Error('aborted'));
      },
    });
    const response = await post(body, headers);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error_code: 'predict.body-cut-off' });
  });
});
