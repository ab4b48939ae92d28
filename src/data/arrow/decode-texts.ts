import { isUtf8 } from 'node:buffer';
import { hasBit } from '../bitmap.ts';
import { PackedText } from '../packed-text.ts';
import { TextBuilder } from '../text-builder.ts';
import { damaged } from './faults.ts';
import type { ColumnPart } from './record-batch.ts';

/** The texts of the parts, one after the other; not copied from a single part laid out as `TextBuilder` does. */
export function decodeTexts(parts: readonly ColumnPart[]): PackedText {
  for (const part of parts) checkTexts(part);
  const [first] = parts;
  if (parts.length === 1 && isPlain(first!)) {
    const { offsets, data } = first!;
    return new PackedText({ offsets, bytes: data.subarray(0, offsets.at(-1)), validity: undefined });
  }
  const builder = new TextBuilder();
  for (const part of parts) addTexts(builder, part);
  return builder.finish();
}

function isPlain({ offsets, validity }: ColumnPart): boolean {
  return validity === undefined && offsets[0] === 0;
}

function addTexts(builder: TextBuilder, { rowCount, validity, offsets, data }: ColumnPart): void {
  for (let row = 0; row < rowCount; row++) {
    const missing = validity !== undefined && !hasBit(validity, row);
    if (missing) builder.pushMissing();
    else builder.pushBytes(data, offsets[row]!, offsets[row + 1]!);
  }
}

function checkTexts({ offsets, data }: ColumnPart): void {
  const start = offsets[0]!;
  const end = offsets.at(-1)!;
  if (start < 0 || end > data.length) damaged(`texts from ${start} to ${end} in ${data.length} bytes`);
  for (let row = 1; row < offsets.length; row++) {
    if (offsets[row]! < offsets[row - 1]!) damaged(`a text of negative length in row ${row - 1}`);
  }
  if (!isUtf8(data.subarray(start, end))) damaged('texts that are not UTF-8');
}
