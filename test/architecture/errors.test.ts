import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

function codesThrownIn(folder: string): string[] {
  const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.(ts|mjs)$/.test(file),
  );
  const sources = files.map((file) => readFileSync(join(root, folder, file), 'utf8'));
  return sources.flatMap((source) =>
    [...source.matchAll(/code: '([a-z-]+\.[a-z0-9-]+)'|\[(cli\.[a-z-]+)\]/g)].map(([, code, shown]) => code ?? shown!),
  );
}

function documentedCodes(): string[] {
  const text = readFileSync(join(root, 'docs/errors.md'), 'utf8');
  return [...text.matchAll(/^## (\S+)$/gm)].map(([, code]) => code!);
}

describe('docs/errors.md', () => {
  const thrown = [...new Set(['src', 'cdk', 'localstack', 'lambdas', 'pipelines'].flatMap(codesThrownIn))].toSorted();

  it('has an entry for every code', () => {
    expect(thrown.length).toBeGreaterThan(50);
    expect(thrown.filter((code) => !documentedCodes().includes(code))).toEqual([]);
  });

  it('has no entry for a code that is never given', () => {
    expect(documentedCodes().filter((code) => !thrown.includes(code))).toEqual([]);
  });

  it('has no entry for a code that no test meets', () => {
    const files = readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const tests = files
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(root, 'test', file), 'utf8'));
    const quoted = new Set(tests.flatMap((test) => test.match(/[a-z-]+\.[a-z0-9-]+/g) ?? []));

    expect(documentedCodes().filter((code) => !quoted.has(code))).toEqual([]);
  });

  it('says how to mend each', () => {
    const entries = readFileSync(join(root, 'docs/errors.md'), 'utf8').split(/^## /m).slice(1);

    expect(entries.filter((entry) => !entry.includes('\nMend: '))).toEqual([]);
  });
});
