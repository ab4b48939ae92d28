import type { PackedText } from '../packed-text.ts';
import { TextBuilder } from '../text-builder.ts';
import type { Cells, TakenCells } from './cells.ts';
import type { MissingTexts } from './missing-texts.ts';

/** The cells of a text column. */
export class TextCells implements Cells {
  readonly #missing: MissingTexts;
  readonly #builder = new TextBuilder();

  constructor(missing: MissingTexts) {
    this.#missing = missing;
  }

  take(bytes: Buffer, start: number, end: number): void {
    if (this.#missing.has(bytes, start, end)) this.#builder.pushMissing();
    else this.#builder.pushBytes(bytes, start, end);
  }

  finish(): TakenCells<PackedText> {
    return { column: this.#builder.finish(), bad: undefined };
  }
}
