import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import { fakeContext } from '../fake-context.ts';

const artifact = { type: 'model', key: 'artifacts/p/train/model/ab', sha256: 'ab', sizeBytes: 1 } as const;

describe('sluice promote, rollback and models history', () => {
  let folder: string;
  let context: ReturnType<typeof fakeContext>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    context = fakeContext(folder);
    const { records, close } = await openStack('local', { home: context.home, root: folder });
    for (const run of ['a', 'b']) {
      const version = { model: 'scores', artifact, run, stepKey: 'release', metrics: {}, createdAtMs: 1 };
      await records.registry.register(version);
    }
    await close();
  });
  afterEach(() => rm(folder, { recursive: true }));

  async function sluice(line: string): Promise<string> {
    context.outputs.length = 0;
    expect(await runCommandLine(line.split(' '), context)).toBe(0);
    return context.outputs.join('');
  }

  it('promotes, goes back, and tells the history newest first', async () => {
    expect(await sluice('promote scores 1')).toContain('scores version 1 serves as champion');
    expect(JSON.parse(await sluice('promote scores 2 --json')).release).toMatchObject({ version: 2, sequence: 2 });
    expect(await sluice('rollback scores')).toContain('scores version 1 serves');

    const { history } = JSON.parse(await sluice('models history scores --json'));
    expect(history.map(({ kind, version }: { kind: string; version: number }) => [kind, version])).toEqual([
      ['rollback', 1],
      ['promote', 2],
      ['promote', 1],
    ]);
    expect(history[0].by).toMatch(/^user:./);
    expect(await sluice('models history scores')).toContain('rollback');
  });

  it('ends with 2 when there is nothing to go back to', async () => {
    await expect(runCommandLine(['rollback', 'scores'], context)).resolves.toBe(2);
    expect(context.errors.join('')).toContain('[release.nothing-before]');
  });

  it('says what was meant when a model has no history', async () => {
    await sluice('promote scores 1');
    await expect(runCommandLine(['models', 'history', 'score'], context)).resolves.toBe(2);
    expect(context.errors.join('')).toContain('did you mean scores?');
  });
});
