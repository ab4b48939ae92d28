import { createHash } from 'node:crypto';
import { build, type Metafile } from 'esbuild';
import type { AnyStepDefinition } from '../step.ts';
import { packageIntegrity } from './package-integrity.ts';
import type { StepFile } from './step-files.ts';

/**
 * The hash of each step's reachable code: a canonical bundle of that one export with packages left out, and the lock
 * file's integrity of the packages it imports. Inline steps are hashed by their `version`.
 */
export async function hashSteps(
  root: string,
  steps: ReadonlyMap<string, AnyStepDefinition>,
  files: ReadonlyMap<string, StepFile>,
): Promise<Record<string, string>> {
  const integrity = await packageIntegrity(root);
  const hashes = [...steps].map(async ([name, { version }]) => {
    const file = files.get(name);
    return [name, file ? await hashFile(root, file, integrity) : hash(`version:${version}`)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

async function hashFile(
  root: string,
  { path, exportName }: StepFile,
  integrity: (imported: string) => string,
): Promise<string> {
  const result = await build({
    stdin: { contents: `export { ${exportName} } from ${JSON.stringify(path)};`, resolveDir: root, loader: 'ts' },
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    // canonical: neither comments, white space nor paths
    minifyWhitespace: true,
    minifySyntax: true,
    treeShaking: true,
    legalComments: 'none',
    logLevel: 'silent',
  });
  const code = result.outputFiles[0]!.text;
  return hash([code, ...importedPackages(result.metafile).map(integrity)].join('\n'));
}

function importedPackages({ outputs }: Metafile): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return [...new Set(imports)].filter((path) => !path.startsWith('node:')).toSorted();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
