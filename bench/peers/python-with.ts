import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Python of a virtual environment with the packages of `bench/peers/requirements-<name>.txt`, made when first asked for. */
export async function pythonWith(name: string): Promise<string> {
  const folder = resolve('.sluice/bench/peers', name);
  const python = join(folder, 'bin', 'python');
  const ready = join(folder, 'ready');
  if (existsSync(ready)) return python;
  await run('python3', ['-m', 'venv', '--clear', folder]);
  await run(python, ['-m', 'pip', 'install', '--quiet', '-r', `bench/peers/requirements-${name}.txt`]);
  await run(python, ['-c', `open(${JSON.stringify(ready)}, 'w').close()`]);
  return python;
}
