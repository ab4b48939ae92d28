import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSteps } from '../../../src/pipeline/code/hash-steps.ts';
import type { AnyStepDefinition } from '../../../src/pipeline/step.ts';
import { noteFolder } from '../../../src/stacks/local/note-folder.ts';
import { rememberedCode } from '../../../src/stacks/local/remembered-code.ts';

const definition: AnyStepDefinition = { name: 'train', inputs: {}, outputs: {}, run: () => ({}) };

describe('rememberedCode', () => {
  let root: string;
  let recalled: number;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'sluice-'));
    recalled = 0;
    await mkdir(join(root, 'steps'));
    await writeFile(
      join(root, 'steps/train.ts'),
      `import { one } from './one.ts';\nexport const train = () => one + 1;`,
    );
    await writeFile(join(root, 'steps/one.ts'), 'export const one = 1;');
  });
  afterEach(() => rm(root, { recursive: true }));

  /** Hashes as a process of its own would, so long after the files were written. */
  async function hash(laterMs = 60_000): Promise<string> {
    const memory = rememberedCode(noteFolder(join(root, 'notes')), () => Date.now() + laterMs);
    const files = new Map([['train', { path: join(root, 'steps/train.ts'), exportName: 'train' }]]);
    const counting = {
      ...memory,
      recall: async (name: string) => {
        const known = await memory.recall(name);
        if (known !== undefined) recalled += 1;
        return known;
      },
    };
    return (await hashSteps(root, new Map([['train', definition]]), files, counting))['train']!;
  }

  it('gives the hash again while no file of the step changed', async () => {
    expect(await hash()).toBe(await hash());
    expect(recalled).toBe(1);
  });

  it.each([
    ['the step itself', 'steps/train.ts', `import { one } from './one.ts';\nexport const train = () => one + 2;`],
    ['a file it imports', 'steps/one.ts', 'export const one = 7;'],
    ['a lock file that was not there', 'package-lock.json', '{"packages":{}}'],
  ])('hashes anew after a change of %s', async (_what, path, text) => {
    await hash();
    await writeFile(join(root, path), text);
    const fresh = await hash();

    expect(recalled).toBe(0);
    await rm(join(root, 'notes'), { recursive: true });
    expect(await hash()).toBe(fresh);
  });

  it('keeps no hash of a file that was changed a moment ago', async () => {
    await hash(0);
    await hash(0);
    expect(recalled).toBe(0);
  });
});
