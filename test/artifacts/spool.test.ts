import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Spool } from '../../src/artifacts/spool.ts';
import { encodeTable } from '../../src/data/arrow/encode.ts';
import { selectColumns } from '../../src/data/select-columns.ts';
import { streamOf } from '../../src/data/stream-of.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { tableContents } from '../data/table-contents.ts';

const table = tableOf(
  { price: 'float', city: 'text' },
  { price: [1, Number.NaN, 3], city: ['Rio', 'Olinda', undefined] },
);

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('Spool', () => {
  it('writes the bytes of the table artifact, tells their hash, and reads columns back', async () => {
    await using spool = new Spool();
    const rows = await spool.add(streamOf(table, 2));
    const bytes = await readFile(rows.facts.path);
    expect(Buffer.compare(bytes, encodeTable(table))).toBe(0);
    expect(rows.facts).toMatchObject({
      columns: table.columns,
      rowCount: 3,
      sizeBytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    });
    expect(tableContents(await rows.column('city'))).toEqual(tableContents(selectColumns(table, ['city'])));
  });

  it('removes its files', async () => {
    const paths: string[] = [];
    {
      await using spool = new Spool();
      for (let file = 0; file < 2; file++) paths.push((await spool.add(streamOf(table))).facts.path);
      expect(new Set(paths).size).toBe(2);
    }
    expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
  });

  it('passes on what the stream throws', async () => {
    await using spool = new Spool();
    async function* batches() {
      yield table;
      throw new Error('disk on fire');
    }
    await expect(spool.add({ columns: table.columns, batches })).rejects.toThrow('disk on fire');
  });

  it('stops when it is told to', async () => {
    await using spool = new Spool();
    await expect(spool.add(streamOf(table), AbortSignal.abort(new Error('too late')))).rejects.toThrow('too late');
  });

  it('says that there is no folder for temporary files', async () => {
    vi.stubEnv('TMPDIR', join(import.meta.dirname, 'none'));
    await using spool = new Spool();
    await expect(spool.add(streamOf(table))).rejects.toMatchObject({
      code: 'artifact.spool-failed',
      facts: { mend: expect.stringContaining('TMPDIR') },
    });
  });
});
