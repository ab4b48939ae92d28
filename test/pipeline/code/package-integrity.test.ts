import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { packageIntegrity } from '../../../src/pipeline/code/package-integrity.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(root, { recursive: true }));

async function locked(packages: Readonly<Record<string, object>>) {
  await writeFile(join(root, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages }));
  return packageIntegrity(root);
}
const entry = (version: string, ...dependencies: string[]) => ({
  version,
  integrity: `sha512-${version}`,
  dependencies: Object.fromEntries(dependencies.map((name) => [name, '*'])),
});

describe('packageIntegrity', () => {
  it('names the imported package and all it depends on, each once', async () => {
    const of = await locked({
      'node_modules/a': entry('1.0.0', 'b', 'c'),
      'node_modules/b': entry('2.0.0', 'c'),
      'node_modules/c': entry('3.0.0', 'a'),
      'node_modules/d': entry('4.0.0'),
    });

    expect(of('a').split('\n')).toEqual(['a@1.0.0 sha512-1.0.0', 'b@2.0.0 sha512-2.0.0', 'c@3.0.0 sha512-3.0.0']);
    expect(of('d')).toBe('d@4.0.0 sha512-4.0.0');
  });

  it('takes the package of a path inside of it, scoped or not', async () => {
    const of = await locked({ 'node_modules/@s/a': entry('1.0.0'), 'node_modules/b': entry('2.0.0') });

    expect(of('@s/a/deep/file')).toBe('@s/a@1.0.0 sha512-1.0.0');
    expect(of('b/mini')).toBe('b@2.0.0 sha512-2.0.0');
  });

  it('takes the version that is installed inside of what imports it', async () => {
    const of = await locked({
      'node_modules/a': entry('1.0.0', 'b'),
      'node_modules/a/node_modules/b': entry('2.1.0', 'c'),
      'node_modules/a/node_modules/c': entry('3.1.0'),
      'node_modules/b': entry('2.0.0', 'c'),
      'node_modules/c': entry('3.0.0'),
    });

    expect(of('a').split('\n')).toEqual(['a@1.0.0 sha512-1.0.0', 'b@2.1.0 sha512-2.1.0', 'c@3.1.0 sha512-3.1.0']);
    expect(of('b').split('\n')).toEqual(['b@2.0.0 sha512-2.0.0', 'c@3.0.0 sha512-3.0.0']);
  });

  it('says so of a package that is not locked, and where there is no lock file', async () => {
    const of = await packageIntegrity(root);

    expect(of('a')).toBe('a@unlocked ');
    expect((await locked({}))('a')).toBe('a@unlocked ');
  });
});
