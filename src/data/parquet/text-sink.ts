import { isUtf8 } from 'node:buffer';
import type { DecodedArray } from 'hyparquet';
import type { TextColumn } from '../table.ts';
import { TextBuilder } from '../text-builder.ts';
import { placeMissing, wrongKind } from './faults.ts';
import type { PageRows, Sink } from './sink.ts';

/** The rows of a text column: bytes are copied, no string is made. */
export class TextSink implements Sink {
  readonly #name: string;
  readonly #builder = new TextBuilder();
  #dictionary: readonly Uint8Array[] = [];

  constructor(name: string) {
    this.#name = name;
  }

  setDictionary(values: DecodedArray): void {
    this.#dictionary = this.#checked(values);
  }

  takePlaces({ rowCount, present }: PageRows, places: Int32Array): void {
    const dictionary = this.#dictionary;
    for (let row = 0, next = 0; row < rowCount; row++) {
      if (present?.[row] === 0) this.#builder.pushMissing();
      else this.#push(dictionary[places[next++]!] ?? placeMissing(dictionary.length));
    }
  }

  takeValues({ rowCount, present }: PageRows, values: DecodedArray): void {
    const texts = this.#checked(values);
    for (let row = 0, next = 0; row < rowCount; row++) {
      if (present?.[row] === 0) this.#builder.pushMissing();
      else this.#push(texts[next++]!);
    }
  }

  finish(): TextColumn {
    return this.#builder.finish();
  }

  #push(text: Uint8Array): void {
    this.#builder.pushBytes(text, 0, text.length);
  }

  #checked(values: DecodedArray): readonly Uint8Array[] {
    // Only columns of byte arrays are read as text.
    const texts = values as Uint8Array[];
    const bad = texts.find((text) => !isUtf8(text));
    if (bad === undefined) return texts;
    const seen = `bytes 0x${Buffer.from(bad.subarray(0, 16)).toString('hex')}`;
    return wrongKind(this.#name, 'text', seen, 'texts in UTF-8');
  }
}
