import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** What of this project a clone of it has, beside pipelines. */
const CLONED = ['src', 'node_modules', 'package.json', 'package-lock.json', 'tsconfig.json'];

/** A block of the tutorial: its language and what it holds. */
interface Block {
  readonly language: string;
  readonly text: string;
}

describe('the tutorial', () => {
  let folder: string;
  let blocks: Block[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    for (const name of CLONED) await symlink(join(root, name), join(folder, name));
    const tutorial = await readFile(join(root, 'docs/tutorial.md'), 'utf8');
    blocks = [...tutorial.matchAll(/```(.*)\n([^]*?)```/g)].map(([, language, text]) => ({
      language: language!,
      text: text!,
    }));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function shell(line: string): Promise<string> {
    const command = line.replace('npx sluice', '"$0" "$1"');
    const words = ['-c', command, process.execPath, join(root, 'src/cli/bin.mjs')];
    const environment = { ...process.env, SLUICE_HOME: join(folder, '.sluice'), NO_COLOR: '1' };
    return (await promisify(execFile)('bash', words, { cwd: folder, env: environment })).stdout;
  }

  /** Does what a block asks its reader for; answers what its commands print. */
  async function follow({ language, text }: Block): Promise<string[]> {
    if (language === 'csv') await writeFile(join(folder, 'flats.csv'), text);
    if (language === 'ts') await changeColumns(text);
    const printed: string[] = [];
    if (language === 'sh') for (const line of text.trim().split('\n')) printed.push(await shell(line));
    return printed;
  }

  async function changeColumns(text: string): Promise<void> {
    const path = join(folder, 'pipelines/rents/columns.ts');
    const columns = await readFile(path, 'utf8');
    const [before, after] = [columns.indexOf('export const flats'), columns.indexOf('\n/** What it predicts')];
    await writeFile(path, columns.slice(0, before) + text + columns.slice(after));
  }

  it('works when it is followed from beginning to end', async () => {
    const printed = new Map<string, string>();
    for (const block of blocks) {
      const lines = block.text.trim().split('\n');
      for (const [index, output] of (await follow(block)).entries()) printed.set(lines[index]!, output);
    }

    expect(printed.size).toBeGreaterThanOrEqual(13);
    expect(printed.get('npx sluice why latest split')).toContain('parameter testShare: 0.2 → 0.3');
    expect(printed.get('npx sluice replay latest')).toMatch(/(\d+) of \1 artifacts .* are equal/);
    expect(printed.get('npx sluice run rents --param source=flats.csv --param testShare=0.3')).toContain('completed');
    expect(printed.get('npx sluice models')).toContain('rents');
  });

  it('says which column is missing when the file is the made-up one', async () => {
    await expect(shell('npx sluice run rents')).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining('[data.column-missing]'),
    });
  });
});
