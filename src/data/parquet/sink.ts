import type { DecodedArray } from 'hyparquet';
import type { NumericColumn, TextColumn } from '../table.ts';
import type { FoundColumn } from './find-columns.ts';
import { NumberSink } from './number-sink.ts';
import { TextSink } from './text-sink.ts';

/** Where the values of a page go. */
export interface PageRows {
  readonly rowCount: number;
  /** For each row 1 where there is a value and 0 where it is missing; undefined where none is missing. */
  readonly present: Int32Array | undefined;
}

/** Collects the rows of one column, page by page. */
export interface Sink {
  /** Sets what the places of the following pages point into. */
  setDictionary(values: DecodedArray): void;
  /** Takes rows whose values, where there are any, stand at these places of the dictionary. */
  takePlaces(rows: PageRows, places: Int32Array): void;
  /** Takes rows with these values, where there are any. */
  takeValues(rows: PageRows, values: DecodedArray): void;
  finish(): NumericColumn | TextColumn;
}

/** A sink for all rows of a column. */
export function sinkOf(column: FoundColumn, rowCount: number): Sink {
  return column.kind === 'text' ? new TextSink(column.name) : new NumberSink(column, column.kind, rowCount);
}
