import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import packageDocument from '../../package.json' with { type: 'json' };
import { type PackedProject, packedProject } from './packed-project.ts';

const root = join(import.meta.dirname, '../..');

/** Makes this Node say that it is an older one. */
const PRETEND = "data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'20.19.0'}})";

/** Files that nothing imports: they are found by their paths. */
const COMPILED_ALONE = [
  'dist/package/sluice.js',
  'dist/src/data/csv/parallel/segment-worker.js',
  'dist/lambdas/step/handler.js',
];

let project: PackedProject;
beforeAll(async () => {
  project = await packedProject();
}, 60_000);
afterAll(() => project.remove());

describe('the package', () => {
  it('has what is compiled, and neither tests nor source maps nor pipelines', () => {
    const compiled = /^dist\/(cdk|lambdas|package|src)\/.*\.(js|d\.ts)$/;
    const { files } = project;
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
    const { files, installed } = project;
    const texts = await Promise.all(files.map((path) => readFile(join(installed, path), 'utf8')));
    expect(files.filter((_path, index) => texts[index]!.includes(root))).toEqual([]);
  });

  it('has types that a project compiles with', async () => {
    const { stdout } = await project.node([join(root, 'node_modules/typescript/bin/tsc'), '-p', '.']);
    expect(stdout).toBe('');
  });

  it('runs a pipeline of a project, and again from the cache', async () => {
    const words = ['run', 'rents', '--param', 'source=flats.csv', '--json'];
    expect(JSON.parse(await project.sluice(...words))).toMatchObject({ run: { status: 'completed' } });

    const { steps } = JSON.parse(await project.sluice(...words)) as { steps: { status: string }[] };
    expect(steps.map(({ status }) => status)).toEqual(['cached', 'cached']);
  });

  it('runs a pipeline in a test of a project', async () => {
    expect((await project.node(['rents.ts'])).stdout).toBe('completed\n');
  });

  it('writes a new pipeline that runs and imports the package', async () => {
    await project.sluice('new', 'flat-rents');
    const report = JSON.parse(await project.sluice('run', 'flat-rents', '--json'));
    expect(report).toMatchObject({ run: { status: 'completed' }, release: { model: 'flat-rents', version: 1 } });
  });

  it('goes on with the pinned Node beside it where Node is too old', async () => {
    const { stdout } = await project.node(['--import', PRETEND, 'node_modules/.bin/sluice', '--version']);
    expect(stdout).toBe(`${packageDocument.version}\n`);
  });

  it('synthesises the deployment of a project in an app of its own', async () => {
    await project.node(['app.ts'], { CDK_OUTDIR: join(project.folder, 'cdk.out') });

    const text = await readFile(join(project.folder, 'cdk.out/sluice-rents.template.json'), 'utf8');
    expect(text).toContain('AWS::StepFunctions::StateMachine');
    const handler = await readFile(join(project.folder, 'cdk.out/functions/rents/step-train/index.mjs'), 'utf8');
    expect(handler).not.toMatch(/from ?["']sluice/);
    expect(handler).not.toContain('parquet');
  });
});
