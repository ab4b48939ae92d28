import { Buffer } from 'node:buffer';
import type { HonoRequest } from 'hono';
import { SluiceError } from '../errors/sluice-error.ts';

/** Lambda takes events of 6 MB, in which a body may stand as base64. */
const MAX_BODY_BYTES = 4_500_000;

/**
 * The bytes of a request's body; of one that is too large no more than allowed is ever held.
 * Throws `predict.body-too-large`, `predict.body-cut-off`.
 */
export async function readBody(request: HonoRequest): Promise<ArrayBuffer | Uint8Array> {
  try {
    return await read(request);
  } catch (error) {
    throw SluiceError.is(error) ? error : bodyCutOff(error);
  }
}

async function read(request: HonoRequest): Promise<ArrayBuffer | Uint8Array> {
  const announced = request.header('content-length');
  if (announced === undefined || request.header('transfer-encoding') !== undefined) return gather(request.raw.body);
  if (Number(announced) > MAX_BODY_BYTES) throw bodyTooLarge(`${announced} bytes`);
  return request.arrayBuffer();
}

async function gather(body: ReadableStream<Uint8Array> | null): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let sizeBytes = 0;
  for await (const chunk of body ?? []) {
    sizeBytes += chunk.length;
    if (sizeBytes > MAX_BODY_BYTES) throw bodyTooLarge(`more than ${MAX_BODY_BYTES} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function bodyTooLarge(seen: string): SluiceError {
  return new SluiceError({
    code: 'predict.body-too-large',
    message: 'the body of the request is too large',
    seen,
    allowed: `at most ${MAX_BODY_BYTES} bytes`,
    mend: 'send the rows in several requests',
  });
}

function bodyCutOff(cause: unknown): SluiceError {
  return new SluiceError({
    code: 'predict.body-cut-off',
    message: 'the connection ended before the body of the request did',
    mend: 'send the request again',
    cause,
  });
}
