import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Entries } from './entries.ts';

const ENTRY = 'sluice-entry:';

// Packages in CommonJS call `require`, which a module does not have.
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** Where the handlers are: Sluice's own folder. */
const LIBRARY = join(import.meta.dirname, '..');

/** Bundles every entry with all that it imports, the AWS SDK too, in one go: `<folder>/<entry>/index.mjs`. */
export async function bundle(root: string, folder: string, entries: Entries): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await build({
    entryPoints: [...entries.keys()].map((name) => ({ in: ENTRY + name, out: join(name, 'index') })),
    outdir: folder,
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    minify: true,
    keepNames: true, // an error's class is its name
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [entrySources(entries), withoutDeployment],
  });
}

function entrySources(entries: Entries): Plugin {
  return {
    name: 'entry-sources',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^sluice-entry:/ }, ({ path }) => ({ path: path.slice(ENTRY.length), namespace: 'entry' }));
      onLoad({ filter: /.*/, namespace: 'entry' }, ({ path }) => ({
        contents: entries.get(path)!,
        loader: 'ts',
        resolveDir: LIBRARY,
      }));
    },
  };
}

/** What deploys has no business in what runs: 40 MB of it. */
const withoutDeployment: Plugin = {
  name: 'without-deployment',
  setup({ onResolve }) {
    onResolve({ filter: /^(aws-cdk-lib|constructs|esbuild)(\/|$)/ }, ({ path, importer }) => ({
      errors: [{ text: `${importer} imports ${path}, which does not belong in a function` }],
    }));
  },
};
