import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as sluice from '../../package/sluice.ts';

const pipelines = join(import.meta.dirname, '../../pipelines');

/** Values, not types, that the files of a folder import from the library. */
function importedValues(folder: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
  const texts = files.map((file) => readFileSync(join(folder, file), 'utf8'));
  const imports = texts.flatMap((text) => [...text.matchAll(/^import \{([^}]*)\} from '[./]*\/src\//gm)]);
  const names = imports.flatMap(([, list]) => list!.split(',').map((name) => name.trim()));
  return names.filter((name) => name !== '' && !name.startsWith('type '));
}

describe('the package sluice', () => {
  it('exports all that the pipelines of this repository are written with', () => {
    const exported = new Set(Object.keys(sluice));
    const wanted = importedValues(pipelines);

    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((name) => !exported.has(name.replace(/ as .*/, '')))).toEqual([]);
  });
});
