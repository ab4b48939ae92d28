import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostName } from '../../../src/stacks/local/host-name.ts';
import { openStack } from '../../../src/stacks/open-stack.ts';
import { runSample } from '../../conformance/record-store/samples.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sluice-'));
});
afterEach(() => rm(folder, { recursive: true }));
const open = (home = join(folder, 'deep/home')) => openStack('local', { home, root: folder });

describe('the stack of this machine', () => {
  it('makes its home and finds there what it kept', async () => {
    const run = runSample({ process: { host: hostName(), pid: process.pid }, leaseUntilMs: Number.MAX_SAFE_INTEGER });
    const first = await open();
    await first.records.runs.create(run);
    await first.artifacts.create('artifacts/a', Buffer.from('bytes'));
    await first.close();

    const second = await open();

    expect(await second.records.runs.get(run.id)).toEqual(run);
    expect(await second.artifacts.size('artifacts/a')).toBe(5);
    await second.close();
  });

  it('may be open twice, as in two processes', async () => {
    const [one, other] = [await open(), await open()];

    const made = await one.records.experiments.ensure('p', 1);

    expect(await other.records.experiments.ensure('p', 2)).toEqual(made);
    await Promise.all([one.close(), other.close()]);
  });

  it('shows a run whose lease is over as interrupted', async () => {
    const stack = await open();
    const run = runSample({ leaseUntilMs: 1 });
    await stack.records.runs.create(run);

    expect(await stack.records.runs.get(run.id)).toMatchObject({ status: 'interrupted' });
    await stack.close();
  });

  it('throws home.unwritable for a home that cannot be made', async () => {
    await writeFile(join(folder, 'file'), '');

    await expect(open(join(folder, 'file/home'))).rejects.toMatchObject({ code: 'home.unwritable' });
  });

  it.each(['s3://bucket/home', '~/home'])('throws home.unwritable for %s, which is no path', async (home) => {
    await expect(open(home)).rejects.toMatchObject({ code: 'home.unwritable' });
  });
});
