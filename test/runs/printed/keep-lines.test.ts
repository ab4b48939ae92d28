import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepLines, keptLines } from '../../../src/runs/printed/keep-lines.ts';
import type { PrintedLine } from '../../../src/runs/printed/printed-line.ts';
import { memoryArtifacts } from '../../../src/stacks/local/memory-artifacts.ts';
import { runOf } from '../../cli/records.ts';

const run = runOf();
const lineOf = (changes: Partial<PrintedLine> = {}): PrintedLine => ({
  step: 'ingest',
  attempt: 0,
  sequence: 0,
  atMs: 1_100,
  level: 'info',
  text: 'hello',
  ...changes,
});

describe('what a run in process prints', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const world = () => {
    const artifacts = memoryArtifacts(() => 0);
    const read = (steps = ['ingest', 'train'], sinceMs = -Infinity) => keptLines(artifacts).read(run, steps, sinceMs);
    return { artifacts, keeper: keepLines(artifacts, run.id), read };
  };

  it('is found within a second, and all of it at the end', async () => {
    const { keeper, read } = world();

    keeper.print(lineOf());
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.print(lineOf({ sequence: 1, text: 'again' }));
    const before = await read();
    await keeper.close();

    expect(before.lines).toMatchObject([lineOf()]);
    expect((await read()).lines).toMatchObject([lineOf(), lineOf({ sequence: 1, text: 'again' })]);
  });

  it('is told apart by step and time; items of a map are of their step', async () => {
    const { keeper, read } = world();
    const lines = [lineOf(), lineOf({ step: 'train@folds#2', atMs: 1_200 }), lineOf({ step: 'train', atMs: 1_300 })];
    lines.forEach(keeper.print);
    await keeper.close();

    expect((await read(['train'])).lines).toMatchObject(lines.slice(1));
    expect((await read(['ingest', 'train'], 1_300)).lines).toMatchObject(lines.slice(2));
  });

  it('leaves nothing behind where nothing was printed', async () => {
    const { artifacts, keeper, read } = world();

    await keeper.close();

    expect(await Array.fromAsync(artifacts.list('runs/'))).toEqual([]);
    expect(await read()).toEqual({ lines: [], gone: [], cut: [] });
  });

  it('ends at 4 MB, and says so', async () => {
    const { keeper, read } = world();

    for (let sequence = 0; sequence < 400; sequence++) keeper.print(lineOf({ sequence, text: 'x'.repeat(16_000) }));
    await keeper.close();

    const { lines } = await read();
    expect(lines).toHaveLength(263);
    expect(lines.at(-1)!.text).toBe('what is printed from here on is not kept');
  });

  it('comes with the next lines, or at the end, where the store failed for a while', async () => {
    const { artifacts, read } = world();
    const replace = vi.fn<typeof artifacts.replace>(artifacts.replace);
    replace.mockRejectedValueOnce(new Error('busy')).mockRejectedValueOnce(new Error('busy'));
    const keeper = keepLines({ replace }, run.id);

    keeper.print(lineOf());
    await vi.advanceTimersByTimeAsync(1_000);
    keeper.print(lineOf({ sequence: 1 }));
    await vi.advanceTimersByTimeAsync(1_000);
    await keeper.close();

    expect(replace).toHaveBeenCalledTimes(3);
    expect((await read()).lines).toHaveLength(2);
  });

  it('tells at the end that it could not be written', async () => {
    const keeper = keepLines({ replace: () => Promise.reject(new Error('disk full')) }, run.id);

    keeper.print(lineOf());
    await vi.advanceTimersByTimeAsync(1_000);

    await expect(keeper.close()).rejects.toThrow('disk full');
  });
});
