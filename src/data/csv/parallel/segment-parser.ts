import { SluiceError } from '../../../errors/sluice-error.ts';
import type { Cells } from '../cells.ts';
import type { ParsedRecords } from '../csv-parser.ts';
import type { RowFaults } from '../left-out.ts';
import { type RecordLayout, scannerOf } from '../record-layout.ts';
import type { RecordScanner } from '../record-scanner.ts';
import { isText } from '../text-window.ts';

/** Parses bytes that are likely whole records of one layout. */
export class SegmentParser {
  readonly #scanner: RecordScanner;
  readonly #cells: readonly Cells[];
  readonly #faults: RowFaults;

  constructor(layout: RecordLayout) {
    const { scanner, cells, faults } = scannerOf(layout, 0);
    this.#scanner = scanner;
    this.#cells = cells;
    this.#faults = faults;
  }

  /** The records in bytes[0, size); undefined unless whole and without a fault. `bytes[size]` must be a line feed. */
  parse(bytes: Buffer, size: number): ParsedRecords | undefined {
    this.#scanner.line = 0;
    const whole = isText(bytes.subarray(0, size)) && this.#scan(bytes, size);
    const taken = this.#cells.map((cells) => cells.finish());
    const faults = this.#faults.finish();
    return whole ? { sizeBytes: size, lineCount: this.#scanner.line, taken, faults } : undefined;
  }

  #scan(bytes: Buffer, size: number): boolean {
    try {
      return this.#scanner.scan(bytes, 0, size, false) === size;
    } catch (error) {
      // The bytes may start inside a record: whoever knows where records start looks again.
      if (SluiceError.is(error)) return false;
      throw error;
    }
  }
}
