import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

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
    collect(packages, packageName(imported), found);
    return [...found.values()].toSorted().join('\n');
  };
}

async function readLock(root: string): Promise<Readonly<Record<string, LockedPackage>>> {
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

function collect(packages: Readonly<Record<string, LockedPackage>>, name: string, found: Map<string, string>): void {
  if (found.has(name)) return;
  const locked = packages[`node_modules/${name}`];
  found.set(name, `${name}@${locked?.version ?? 'unlocked'} ${locked?.integrity ?? ''}`);
  for (const dependency of Object.keys(locked?.dependencies ?? {})) collect(packages, dependency, found);
}

/** `@scope/name/path` → `@scope/name`. */
function packageName(imported: string): string {
  return imported.split('/', imported.startsWith('@') ? 2 : 1).join('/');
}
