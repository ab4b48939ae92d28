import { describe, expect, it } from 'vitest';
import { untilAnswered } from '../../../../src/stacks/aws/records/table.ts';
import { sampleTable } from './sample-table.ts';

describe('untilAnswered', () => {
  it('pauses before each further attempt', async () => {
    const table = sampleTable();
    const answers = [undefined, undefined, 'written'];
    await expect(untilAnswered(table, async () => answers.shift())).resolves.toBe('written');
    expect(table.pauses).toEqual([0, 1]);
  });

  it('takes false for an answer', async () => {
    await expect(untilAnswered(sampleTable(), async () => false)).resolves.toBe(false);
  });

  it('gives up in the end', async () => {
    const never = untilAnswered(sampleTable(), async () => undefined);
    await expect(never).rejects.toMatchObject({ code: 'records.unavailable', transient: true });
  });

  it('does not repeat what throws', async () => {
    const table = sampleTable();
    const failing = untilAnswered(table, () => Promise.reject(new Error('no')));
    await expect(failing).rejects.toThrow('no');
    expect(table.pauses).toEqual([]);
  });
});
