import { readFileSync } from 'node:fs';
import type { SourceFile } from '../../../src/data/source-file.ts';
import { memoryFile } from '../memory-file.ts';

/** The bytes of a file written by fixtures/write-pyarrow-fixtures.py. */
export function fixtureBytes(name: string): Uint8Array {
  return readFileSync(new URL(`fixtures/${name}.parquet`, import.meta.url));
}

/** The same as a source file. */
export function fixtureFile(name: string): Promise<SourceFile> {
  return memoryFile(`${name}.parquet`, fixtureBytes(name));
}
