import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../src/cli/run-command-line.ts';
import { fakeContext } from '../fake-context.ts';
import { runOf } from '../records.ts';

let folder: string;
let context: ReturnType<typeof fakeContext>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
  context = fakeContext(folder);
  const stack = await context.openStack('local');
  const { id: experimentId } = await stack.records.experiments.ensure('orders', 1);
  await stack.records.runs.create(runOf({ experimentId }));
  await stack.artifacts.create('artifacts/orders/ingest/rows/a', Buffer.from('bytes'));
  await utimes(join(context.home, 'store/artifacts/orders/ingest/rows/a'), 1, 1);
  await stack.close();
});
afterEach(() => rm(folder, { recursive: true }));

async function sluice(line: string): Promise<string> {
  expect(await runCommandLine(line.split(' '), context)).toBe(0);
  return context.outputs.splice(0).join('');
}

describe('sluice gc', () => {
  it('says first what it would remove, then removes it, then finds nothing', async () => {
    expect(await sluice('gc --older-than 30d --dry-run')).toBe('would remove 1 run, 1 artifact (5 B)\n');
    expect(await sluice('gc --older-than 30d')).toBe('removed 1 run, 1 artifact (5 B)\n');
    expect(await sluice('gc --older-than 30d')).toBe('nothing to remove\n');
    expect(await sluice('runs')).toBe('no runs yet\n');
  });

  it('keeps all runs unless told how old they may be', async () => {
    expect(JSON.parse(await sluice('gc --json'))).toEqual({
      dryRun: false,
      runs: 0,
      cacheEntries: 0,
      artifacts: { count: 1, sizeBytes: 5 },
      young: { count: 0, sizeBytes: 0 },
      leftovers: { count: 0, sizeBytes: 0 },
    });
  });

  it('removes nothing when the duration is none', async () => {
    expect(await runCommandLine(['gc', '--older-than', 'yesterday'], context)).toBe(2);
    expect(context.errors.join('')).toContain('[cli.bad-duration]');
  });
});
