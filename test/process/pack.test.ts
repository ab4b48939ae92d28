import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageDocument from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '../..');
const run = promisify(execFile);

/** What somebody who installed the package has beside it. */
const INSTALLED = [
  ...Object.keys(packageDocument.dependencies),
  ...Object.keys(packageDocument.peerDependencies),
  '@types/node',
];

/** Makes this Node say that it is an older one. */
const PRETEND = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})";

/** Files that nothing imports: they are found by their paths. */
const COMPILED_ALONE = [
  'dist/package/sluice.js',
  'dist/src/data/csv/parallel/segment-worker.js',
  'dist/lambdas/step/handler.js',
];

let project: string;
let installed: string;
let files: string[];

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  project = join(folder, 'project');
  installed = join(project, 'node_modules/sluice');
  files = await pack(folder);
  await cp(join(import.meta.dirname, 'packed'), project, { recursive: true });
  await writeFile(join(project, 'flats.csv'), 'area,rent\n40,400\n50,510\n60,590\n');
  await install(folder);
}, 60_000);
afterAll(() => rm(dirname(project), { recursive: true }));

async function pack(folder: string): Promise<string[]> {
  const { stdout } = await run('npm', ['pack', '--json', '--silent', '--pack-destination', folder], { cwd: root });
  const [{ files: packed }] = JSON.parse(stdout) as [{ files: { path: string }[] }];
  return packed.map(({ path }) => path);
}

/** As `npm install` does, of a tarball and of packages that are here already. */
async function install(folder: string): Promise<void> {
  const tarball = (await readdir(folder)).find((name) => name.endsWith('.tgz'))!;
  await mkdir(installed, { recursive: true });
  await run('tar', ['-xzf', join(folder, tarball), '-C', installed, '--strip-components=1']);
  for (const name of INSTALLED) {
    await mkdir(dirname(join(project, 'node_modules', name)), { recursive: true });
    await symlink(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
  await mkdir(join(project, 'node_modules/.bin'));
  await symlink(join('../sluice', packageDocument.bin.sluice), join(project, 'node_modules/.bin/sluice'));
  await symlink(process.execPath, join(project, 'node_modules/.bin/node'));
}

function node(words: readonly string[], environment: Record<string, string> = {}) {
  const env = { ...process.env, SLUICE_HOME: join(project, '.sluice'), NO_COLOR: '1', ...environment };
  return run(process.execPath, words, { cwd: project, env });
}

const sluice = (...words: string[]) => node(['node_modules/.bin/sluice', ...words]);

describe('the package', () => {
  it('has what is compiled, and neither tests nor source maps nor pipelines', () => {
    const compiled = /^dist\/(cdk|lambdas|package|src)\/.*\.(js|d\.ts)$/;
    const others = files.filter((path) => !compiled.test(path) && !path.startsWith('dist/src/cli/new/template/'));

    expect(files).toEqual(expect.arrayContaining(COMPILED_ALONE));
    expect(others.toSorted()).toEqual([
      'LICENSE',
      'README.md',
      'dist/package.json',
      'docs/errors.md',
      'package.json',
      'src/cli/bin.mjs',
      'src/cli/on-new-node.mjs',
    ]);
  });

  it('names no folder of the machine that packed it', async () => {
    const texts = await Promise.all(files.map((path) => readFile(join(installed, path), 'utf8')));
    expect(files.filter((_path, index) => texts[index]!.includes(root))).toEqual([]);
  });

  it('has types that a project compiles with', async () => {
    const { stdout } = await node([join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
    expect(stdout).toBe('');
  });

  it('runs a pipeline of a project, and again from the cache', async () => {
    const words = ['run', 'rents', '--param', 'source=flats.csv', '--json'];
    expect(JSON.parse((await sluice(...words)).stdout)).toMatchObject({ run: { status: 'completed' } });

    const { steps } = JSON.parse((await sluice(...words)).stdout) as { steps: { status: string }[] };
    expect(steps.map(({ status }) => status)).toEqual(['cached', 'cached']);
  });

  it('runs a pipeline in a test of a project', async () => {
    expect((await node(['rents.ts'])).stdout).toBe('completed\n');
  });

  it('writes a new pipeline that runs and imports the package', async () => {
    await sluice('new', 'flat-rents');
    const report = JSON.parse((await sluice('run', 'flat-rents', '--json')).stdout);
    expect(report).toMatchObject({ run: { status: 'completed' }, release: { model: 'flat-rents', version: 1 } });
  });

  it('goes on with the pinned Node beside it where Node is too old', async () => {
    const { stdout } = await node(['--import', PRETEND, 'node_modules/.bin/sluice', '--version']);
    expect(stdout).toBe(`${packageDocument.version}\n`);
  });

  it('synthesises the deployment of a project in an app of its own', async () => {
    await node(['app.ts'], { CDK_OUTDIR: join(project, 'cdk.out') });

    const text = await readFile(join(project, 'cdk.out/sluice-rents.template.json'), 'utf8');
    expect(text).toContain('AWS::StepFunctions::StateMachine');
    const handler = await readFile(join(project, 'cdk.out/functions/rents/step-train/index.mjs'), 'utf8');
    expect(handler).not.toMatch(/from ?["']sluice/);
    expect(handler).not.toContain('parquet');
  });
});
