import { PackedText } from './packed-text.ts';
import type { TextColumn } from './table.ts';
import { TextBuilder } from './text-builder.ts';

/** A text column in packed form: itself if it is packed already. */
export function packText(column: TextColumn): PackedText {
  if (column instanceof PackedText) return column;
  const builder = new TextBuilder();
  for (let row = 0; row < column.length; row++) builder.push(column.at(row));
  return builder.finish();
}
