import { describe, expect, it } from 'vitest';
import type { ArtifactReference } from '../../src/artifacts/artifact-reference.ts';
import { openTable } from '../../src/artifacts/open-table.ts';
import { encodeTable } from '../../src/data/arrow/encode.ts';
import { collectRows } from '../../src/data/collect-rows.ts';
import { sha256 } from '../../src/data/sha256.ts';
import { tableOf } from '../../src/data/table-of.ts';
import { memoryArtifacts } from '../../src/stacks/local/memory-artifacts.ts';
import { tableContents } from '../data/table-contents.ts';

const rowCount = 150_000; // three batches
const rows = tableOf(
  { price: 'float', city: 'text' },
  {
    price: Array.from({ length: rowCount }, (_, row) => row / 8),
    city: Array.from({ length: rowCount }, (_, row) => `city ${row % 7}`),
  },
);
const encoded = encodeTable(rows);

/** A store with these bytes in the place of the table's, the reference to the table, and the parts read so far. */
async function stored(bytes: Uint8Array) {
  const store = memoryArtifacts(() => 0);
  const hash = sha256(encoded);
  const reference: ArtifactReference = {
    type: 'table',
    key: `artifacts/shop/ingest/rows/${hash}`,
    sha256: hash,
    sizeBytes: encoded.length,
  };
  await store.create(reference.key, bytes);
  const parts: [start: number, end: number][] = [];
  const readRange: typeof store.readRange = (key, start, end) => {
    parts.push([start, end]);
    return store.readRange(key, start, end);
  };
  return { store: { ...store, readRange }, reference, parts };
}

describe('openTable', () => {
  it('gives the rows of the table, as often as asked for', async () => {
    const { store, reference } = await stored(encoded);
    const stream = await openTable(store, reference);

    for (let time = 0; time < 2; time++) expect(tableContents(await collectRows(stream))).toEqual(tableContents(rows));
  });

  it('reads every byte once, in order, beside the footer', async () => {
    const { store, reference, parts } = await stored(encoded);

    await collectRows(await openTable(store, reference));

    const [, , ...inOrder] = parts;
    expect(inOrder).toHaveLength(4);
    expect(inOrder.map(([start]) => start)).toEqual([0, ...inOrder.slice(0, -1).map(([, end]) => end)]);
    expect(inOrder.at(-1)![1]).toBe(encoded.length);
  });

  it.each([
    ['a value', Math.trunc(encoded.length / 2) & ~7],
    ['the schema before the first batch', 40],
    ['what follows the last batch', encoded.length - 20],
  ])('says at the end of the rows that a byte of %s is another', async (_, place) => {
    const { store, reference } = await stored(encoded);
    const stream = await openTable(store, reference);
    const torn = encoded.slice();
    torn[place]! ^= 1;
    await store.remove(reference.key);
    await store.create(reference.key, torn);

    await expect(collectRows(stream)).rejects.toMatchObject({
      code: 'artifact.damaged',
      transient: false,
      facts: { seen: expect.stringContaining(sha256(torn)) },
    });
  });

  it('refuses a table that was cut off', async () => {
    const { store, reference } = await stored(encoded.subarray(0, encoded.length - 100));

    await expect(openTable(store, reference)).rejects.toMatchObject({ code: 'data.arrow-damaged' });
  });
});
