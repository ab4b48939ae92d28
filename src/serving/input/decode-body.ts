import { badBody } from './bad-body.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of a request's bytes, without a byte order mark. Throws `predict.bad-body` if they are not UTF-8. */
export function decodeBody(body: ArrayBuffer | Uint8Array): string {
  try {
    return utf8.decode(body);
  } catch (cause) {
    throw badBody(`${body.byteLength} bytes that are not UTF-8`, cause);
  }
}
