import { closeSync, openSync, readSync } from 'node:fs';
import { findPackageJSON } from 'node:module';
import { pathToFileURL } from 'node:url';
import { SluiceError } from '../../src/errors/sluice-error.ts';

const ROWS = 3_000_000;
const CHUNK_BYTES = 1024 * 1024;

/** 3,000,000 flights in the USA in the first half of 2001, of the package `vega-datasets`. */
export const realFlights = {
  description: '3,000,000 real flights in the USA in 2001, of vega-datasets; always all of them',
  fileName: 'flights-3m.parquet',
  rows: ROWS,
  seed: 0,
  generate: readFlights,
} as const;

/** The bytes of the file, which has no parts. Throws `sample.not-installed` or `sample.fixed-rows`. */
function* readFlights({ rows }: { readonly rows: number }): Generator<Uint8Array> {
  if (rows !== ROWS) throw fixedRows(rows);
  const file = openSync(findFlights(), 'r');
  try {
    for (;;) {
      const chunk = new Uint8Array(CHUNK_BYTES);
      const size = readSync(file, chunk);
      if (size === 0) return;
      yield chunk.subarray(0, size);
    }
  } finally {
    closeSync(file);
  }
}

function fixedRows(rows: number): SluiceError {
  return new SluiceError({
    code: 'sample.fixed-rows',
    message: 'the flights of a first try are real, so there are as many as there are',
    seen: `${rows} rows`,
    allowed: `${ROWS} rows`,
    mend: `give --rows ${ROWS}`,
  });
}

/** Where a package has them: beside its description, for what it exports has no path to its data. Throws `sample.not-installed`. */
export function findFlights(packageName = 'vega-datasets'): URL {
  try {
    return new URL('data/flights-3m.parquet', pathToFileURL(findPackageJSON(packageName, import.meta.url)!));
  } catch (cause) {
    throw new SluiceError({
      code: 'sample.not-installed',
      message: 'the flights of a first try are in a package that is not installed',
      seen: `no package ${packageName}`,
      allowed: 'the development dependencies installed, or a file of your own',
      mend: 'run `npm install`, or give a Parquet file with --param source=PATH',
      cause,
    });
  }
}
