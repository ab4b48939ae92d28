import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { sha256 } from '../../data/sha256.ts';
import type { AnyStepDefinition } from '../step.ts';
import { noMemory, type HashMemory } from './hash-memory.ts';
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
  memory: HashMemory = noMemory,
): Promise<Record<string, string>> {
  const hashes = [...steps].map(async ([name, { version }]) => {
    const file = files.get(name);
    return [name, file ? await recallOrHash(root, file, memory) : sha256(`version:${version}`)] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

/** What beside the code decides over a hash: packages and bundler by their versions, and how code is read. */
const SETTINGS = ['package-lock.json', 'package.json', 'tsconfig.json'];

async function recallOrHash(root: string, file: StepFile, memory: HashMemory): Promise<string> {
  const name = `${file.path}#${file.exportName}`;
  const known = await memory.recall(name);
  if (known !== undefined) return known;
  const { code, inputs, packages } = await bundle(root, file);
  const integrity = await packageIntegrity(root);
  const fresh = sha256([code, ...packages.map(integrity)].join('\n'));
  await memory.keep(
    name,
    fresh,
    [...SETTINGS, ...inputs].map((path) => join(root, path)),
  );
  return fresh;
}

interface Bundle {
  readonly code: string;
  /** Paths of the files in it, from the root. */
  readonly inputs: readonly string[];
  readonly packages: readonly string[];
}

async function bundle(root: string, { path, exportName }: StepFile): Promise<Bundle> {
  const { build } = await import('esbuild'); // its start is most of the work
  const { outputFiles, metafile } = await build({
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
  const inputs = Object.keys(metafile.inputs).filter((input) => input !== '<stdin>');
  return { code: outputFiles[0]!.text, inputs, packages: importedPackages(metafile) };
}

function importedPackages({ outputs }: Metafile): string[] {
  const imports = Object.values(outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return [...new Set(imports)].filter((path) => !path.startsWith('node:')).toSorted();
}
