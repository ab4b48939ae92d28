import { describe, expect, it } from 'vitest';
import { readParquet } from '../../../src/data/parquet/read.ts';
import { streamParquet } from '../../../src/data/parquet/stream.ts';
import { openLocalSourceFile } from '../../../src/stacks/local/local-source-file.ts';
import { collect } from '../../collect.ts';
import { fixtureFile } from './fixture.ts';

const columns = { number: 'int', city: 'text' } as const;

describe('streamParquet', () => {
  it('gives a table a row group, together the rows of the file, as often as asked', async () => {
    const file = await fixtureFile('zstd');
    const whole = await readParquet(file, columns);
    const stream = await streamParquet(file, columns);
    expect(stream.columns).toEqual(columns);
    for (let time = 0; time < 2; time++) {
      const batches = await collect(stream.batches());
      expect(batches.map(({ rowCount }) => rowCount)).toEqual([300, 300, 300, 100]);
      expect(batches.flatMap((batch) => [...batch.column('number').values])).toEqual([
        ...whole.column('number').values,
      ]);
      expect(batches[1]!.column('city').at(0)).toBe(whole.column('city').at(300));
    }
  });

  it('gives nothing for a file of no rows', async () => {
    const stream = await streamParquet(await fixtureFile('no-rows'), columns);
    expect(await collect(stream.batches())).toEqual([]);
  });

  it('looks for the columns before the first row is asked for', async () => {
    await expect(streamParquet(await fixtureFile('zstd'), { town: 'text' })).rejects.toMatchObject({
      code: 'data.column-missing',
    });
  });

  it('reads the first row group of real flights', async () => {
    const path = new URL('../../../node_modules/vega-datasets/data/flights-3m.parquet', import.meta.url).pathname;
    const stream = await streamParquet(await openLocalSourceFile(path), { distance: 'float', destination: 'text' });
    for await (const batch of stream.batches()) {
      expect(batch.rowCount).toBe(272_727);
      expect(batch.column('destination').at(0)).toBe('PHL');
      break;
    }
  });
});
