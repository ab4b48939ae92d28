import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import packageDocument from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What somebody who installed the package has beside it. */
const INSTALLED = [
  ...Object.keys(packageDocument.dependencies),
  ...Object.keys(packageDocument.peerDependencies),
  '@types/node',
];

/** A project of a user: a pipeline, a CDK app of a few lines, and the package as it is packed. */
export interface PackedProject {
  readonly folder: string;
  /** Where the package is. */
  readonly installed: string;
  /** Files of the package. */
  readonly files: readonly string[];
  /** Runs Node in the project. */
  readonly node: (
    words: readonly string[],
    environment?: Readonly<Record<string, string | undefined>>,
  ) => Promise<{ stdout: string; stderr: string }>;
  /** Runs the command that was installed, and answers what it prints. */
  readonly sluice: (...words: string[]) => Promise<string>;
  readonly remove: () => Promise<void>;
}

/** Packs this repository and installs it into a project in a temporary folder. */
export async function packedProject(): Promise<PackedProject> {
  const above = await mkdtemp(join(tmpdir(), 'sluice-'));
  const folder = join(above, 'project');
  const installed = join(folder, 'node_modules/sluice');
  const files = await pack(above);
  await cp(join(import.meta.dirname, 'packed'), folder, { recursive: true });
  await writeFile(join(folder, 'flats.csv'), 'area,rent\n40,400\n50,510\n60,590\n');
  await install(above, folder);
  const node: PackedProject['node'] = (words, environment = {}) => {
    const env = { ...process.env, SLUICE_HOME: join(folder, '.sluice'), NO_COLOR: '1', ...environment };
    return run(process.execPath, words, { cwd: folder, env });
  };
  const sluice = async (...words: string[]) => (await node(['node_modules/.bin/sluice', ...words])).stdout;
  return { folder, installed, files, node, sluice, remove: () => rm(above, { recursive: true }) };
}

async function pack(into: string): Promise<string[]> {
  const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', into], { cwd: root });
  const [{ files: packed }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return packed.map(({ path }) => path);
}

/** As `npm install` does, of the tarball in a folder and of packages that are here already. */
async function install(from: string, project: string): Promise<void> {
  const packages = join(project, 'node_modules');
  const tarball = (await readdir(from)).find((name) => name.endsWith('.tgz'))!;
  await mkdir(join(packages, 'sluice'), { recursive: true });
  await run('tar', ['-xzf', join(from, tarball), '-C', join(packages, 'sluice'), '--strip-components=1']);
  for (const name of INSTALLED) {
    await mkdir(dirname(join(packages, name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(packages, name));
  }
  await mkdir(join(packages, '.bin'));
  await symlink(join('../sluice', packageDocument.bin.sluice), join(packages, '.bin/sluice'));
  await symlink(process.execPath, join(packages, '.bin/node'));
}
