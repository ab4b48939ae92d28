import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { importFromPackage } from './template-imports.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const TEMPLATE = 'src/cli/new/template';

await rm(dist, { recursive: true, force: true });
const compiler = join(root, 'node_modules/typescript/bin/tsc');
execFileSync(process.execPath, [compiler, '-p', import.meta.dirname], { stdio: 'inherit' });
await copyTemplate();

/** It stays TypeScript: it is what a user gets to read and change. */
async function copyTemplate(): Promise<void> {
  await mkdir(join(dist, TEMPLATE), { recursive: true });
  for (const file of await readdir(join(root, TEMPLATE))) {
    const text = await readFile(join(root, TEMPLATE, file), 'utf8');
    await writeFile(join(dist, TEMPLATE, file), importFromPackage(text));
  }
}
