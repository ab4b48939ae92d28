import { TextBuilder } from '../text-builder.ts';
import type { TextColumn } from '../table.ts';
import type { Cells } from './cells.ts';
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

  finish(): TextColumn {
    return this.#builder.finish();
  }
}
