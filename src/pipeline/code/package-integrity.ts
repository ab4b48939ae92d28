import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Packages by where they are installed: `node_modules/a/node_modules/b`. */
type Lock = Readonly<Record<string, LockedPackage>>;

interface LockedPackage {
  readonly version?: string;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

/** Gives, for an imported package, the versions and integrities of it and all it depends on, from the lock file. */
export async function packageIntegrity(root: string): Promise<(imported: string) => string> {
  const packages = await readLock(root);
  return (imported) => {
    const found = new Map<string, string>();
    collect(packages, '', packageName(imported), found);
    return [...found.values()].toSorted().join('\n');
  };
}

async function readLock(root: string): Promise<Lock> {
  try {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
      packages?: Record<string, LockedPackage>;
    };
    return lock.packages ?? {};
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {};
    throw error;
  }
}

function collect(packages: Lock, importer: string, name: string, found: Map<string, string>): void {
  const path = installedAt(packages, importer, name);
  if (found.has(path)) return;
  const locked = packages[path];
  found.set(path, `${name}@${locked?.version ?? 'unlocked'} ${locked?.integrity ?? ''}`);
  for (const dependency of Object.keys(locked?.dependencies ?? {})) collect(packages, path, dependency, found);
}

/** Where Node finds a package: inside of what imports it, or else in the folders around that. */
function installedAt(packages: Lock, importer: string, name: string): string {
  const path = `${importer}/node_modules/${name}`.replace(/^\//, '');
  if (importer === '' || Object.hasOwn(packages, path)) return path;
  return installedAt(packages, importer.slice(0, Math.max(0, importer.lastIndexOf('/node_modules/'))), name);
}

/** `@scope/name/path` → `@scope/name`. */
function packageName(imported: string): string {
  return imported.split('/', imported.startsWith('@') ? 2 : 1).join('/');
}
