import { SluiceError } from '../../errors/sluice-error.ts';
import type { Columns, Table } from '../table.ts';
import type { CsvLimits } from './csv-limits.ts';
import type { LeftOut } from './left-out.ts';

/** A file of CSV, as a `SourceFile`. */
export interface CsvFile {
  readonly name?: string;
  read(): AsyncIterable<Uint8Array>;
}

/** Where CSV comes from: a file, which errors name, or bytes of which nobody knows whence. */
export type CsvSource = CsvFile | AsyncIterable<Uint8Array>;

/** As `readBatches`; what is wrong with a file says in which. */
export async function* readSource<C extends Columns>(
  source: CsvSource,
  columns: C,
  limits: CsvLimits,
): AsyncGenerator<Table<C>, LeftOut> {
  const { readBatches } = await import('./read-batches.ts'); // a step that is reused reads nothing
  if (Symbol.asyncIterator in source) return yield* readBatches(source, columns, limits);
  try {
    return yield* readBatches(source.read(), columns, limits);
  } catch (error) {
    throw inFile(source.name, error);
  }
}

/** The name of a source, if it has one. */
export function nameOf(source: CsvSource): string | undefined {
  return Symbol.asyncIterator in source ? undefined : source.name;
}

/** A fault of what a file holds, with the file's name; one of the file itself tells that already. */
export function inFile(name: string | undefined, error: unknown): unknown {
  if (name === undefined || !SluiceError.is(error) || !/^data\.(?!file-)/.test(error.code)) return error;
  const { facts } = error;
  return new SluiceError({ ...facts, seen: facts.seen === undefined ? name : `${name}: ${facts.seen}`, cause: error });
}
