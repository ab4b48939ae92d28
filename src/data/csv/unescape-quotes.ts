import { QUOTE } from './bytes.ts';

/** A copy of the content of a quoted field with one quote for each doubled one. */
export function unescapeQuotes(content: Uint8Array): Buffer {
  const text = Buffer.allocUnsafe(content.length);
  let size = 0;
  for (let position = 0; position < content.length; position++) {
    text[size++] = content[position]!;
    if (content[position] === QUOTE) position++;
  }
  return text.subarray(0, size);
}
