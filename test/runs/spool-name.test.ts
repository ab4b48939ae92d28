import { basename, dirname } from 'node:path';
import { expect, it } from 'vitest';
import { Spool } from '../../src/artifacts/spool.ts';
import { streamOf } from '../../src/data/stream-of.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { SPOOL_NAME, SPOOL_PREFIX } from '../../src/runs/spool-name.ts';

it('a spool is known by its name, and by which process it was made', async () => {
  await using spool = new Spool(SPOOL_PREFIX);
  const rows = streamOf(tableOf({ price: 'float' }, { price: [1] }));

  const { facts } = await spool.add(rows);

  expect(SPOOL_NAME.exec(basename(dirname(facts.path)))?.[1]).toBe(String(process.pid));
});
