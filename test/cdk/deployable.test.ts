import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findDeployables } from '../../cdk/deployable.ts';

const root = join(import.meta.dirname, '../..');
const library = join(root, 'src/pipeline');
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writePipeline(name: string, code: string): Promise<void> {
  await mkdir(join(folder, name), { recursive: true });
  const imports = ['step', 'pipeline'].map((word) => `import { ${word} } from '${library}/${word}.ts';\n`).join('');
  await writeFile(join(folder, name, 'pipeline.ts'), imports + code);
}

const STEP = "export const work = step({ name: 'work', inputs: {}, outputs: {}, run: () => ({}) });\n";

describe('findDeployables', () => {
  it('finds the pipeline of each folder that has one, with the file of every step', async () => {
    await writePipeline(
      'orders',
      `${STEP}export const orders = pipeline('orders', { parameters: {} }, () => void work({}));`,
    );
    await mkdir(join(folder, 'shared'));

    const [orders, ...others] = await findDeployables(root, folder);

    expect(others).toEqual([]);
    expect(orders!.manifest).toMatchObject({
      pipeline: 'orders',
      code: { work: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(orders!.files.get('work')).toEqual({ path: join(folder, 'orders/pipeline.ts'), exportName: 'work' });
  });

  it.each(['', 'none'])('says how to name the folder where there is no pipeline: %j', async (inside) => {
    await expect(findDeployables(root, join(folder, inside))).rejects.toMatchObject({ code: 'pipeline.none' });
  });

  it('refuses a step that is made inline with a version', async () => {
    const inline = "step({ name: 'work', version: '1', inputs: {}, outputs: {}, run: () => ({}) })";
    await writePipeline(
      'orders',
      `export const orders = pipeline('orders', { parameters: {} }, () => void ${inline}({}));`,
    );

    await expect(findDeployables(root, folder)).rejects.toMatchObject({
      code: 'pipeline.inline-step',
      facts: { seen: 'work of orders' },
    });
  });

  it('tells what is wrong with every pipeline at once', async () => {
    for (const name of ['orders', 'prices']) {
      await writePipeline(name, `export const it = pipeline('${name}', { parameters: {} }, () => {});`);
    }

    await expect(findDeployables(root, folder)).rejects.toMatchObject({
      errors: [{ code: 'pipeline.empty' }, { code: 'pipeline.empty' }],
    });
  });
});
