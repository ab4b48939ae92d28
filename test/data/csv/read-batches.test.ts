import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concatTables } from '../../../src/data/concat-tables.ts';
import { csvLimits } from '../../../src/data/csv/csv-limits.ts';
import type { Division } from '../../../src/data/csv/parallel/division.ts';
import { type SegmentCrew, workerCrew } from '../../../src/data/csv/parallel/segment-crew.ts';
import { SegmentParser } from '../../../src/data/csv/parallel/segment-parser.ts';
import { fromSent, toSent } from '../../../src/data/csv/parallel/sent-records.ts';
import { readAll } from '../../../src/data/csv/read-all.ts';
import { readBatches } from '../../../src/data/csv/read-batches.ts';
import type { RecordLayout } from '../../../src/data/csv/record-layout.ts';
import type { Table } from '../../../src/data/table.ts';
import { SluiceError } from '../../../src/errors/sluice-error.ts';
import { inChunks } from '../in-chunks.ts';
import { tableContents } from '../table-contents.ts';

const columns = { note: 'text', price: 'float', photos: 'int' } as const;

/** Works as `workerCrew`, on this thread. */
function crewHere(layout: RecordLayout): SegmentCrew {
  const parser = new SegmentParser(layout);
  return {
    async parse({ memory, sizeBytes }) {
      const records = parser.parse(Buffer.from(memory), sizeBytes);
      return records && fromSent(structuredClone(toSent(records).sent));
    },
    close: () => Promise.resolve(),
  };
}

function divided(segmentBytes: number, serialBytes = 1): Division {
  return { serialBytes, segmentBytes, threadCount: 2, startCrew: crewHere };
}

/** The rows read with those left out, or what was told of the fault. */
async function outcome(
  csv: Uint8Array,
  chunkSizes: readonly number[],
  division?: Division,
  leaveOut = false,
): Promise<unknown> {
  const limits = csvLimits({ maxFieldBytes: 120, leaveOut });
  try {
    const { batches, leftOut } = await readAll(readBatches(inChunks(csv, chunkSizes), columns, limits, division));
    expect(batches.every(({ rowCount }) => rowCount > 0)).toBe(true);
    return { ...(tableContents(concatTables<Table['columns']>(columns, batches)) as object), leftOut };
  } catch (error) {
    if (!SluiceError.is(error)) throw error;
    return error.facts;
  }
}

const quoted = fc
  .array(fc.constantFrom('a', 'ã', '""', '\n', '\r\n', ',', '1,2,3\n', ' '), { maxLength: 12 })
  .map((parts) => `"${parts.join('')}"`);
const field = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('1', '2.5', '-3', '', 'NA', '12', 'ã', 'x"y') },
  { weight: 3, arbitrary: quoted },
);
const soundRecord = fc
  .tuple(fc.constantFrom('7', ''), field, fc.constantFrom('1', '-2.25', ''), fc.constantFrom('4', 'null'))
  .map(([photos, note, price, other]) => `${photos},${note},${price},${other}`);
const record = fc.oneof(
  { weight: 40, arbitrary: soundRecord },
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 1, arbitrary: fc.tuple(field, field, field, field).map((fields) => fields.join()) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('1,2', '1,2,3,4,5', '1,"a"b,2,3', '1,"a,2,3', '1,\0,2,3', `1,${'z'.repeat(130)},2,3`),
  },
);
const lineEnd = fc.constantFrom('\n', '\n', '\r\n');
const csvFile = fc
  .tuple(fc.array(fc.tuple(record, lineEnd), { maxLength: 60 }), fc.nat({ max: 2000 }), fc.nat({ max: 20 }))
  .map(([lines, place, kind]) => {
    const bytes = Buffer.from(`photos,note,price,other\n${lines.map((line) => line.join('')).join('')}`);
    // Now and then a byte that is no text, or a file that is cut off.
    if (kind === 0 && place < bytes.length) bytes[place] = 0xff;
    return kind === 1 ? bytes.subarray(0, Math.max(30, place)) : bytes;
  });
const chunkSizes = fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 });

describe('readBatches', () => {
  it('gives the same rows and faults however the bytes come and the work is divided', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(csvFile, chunkSizes, fc.integer({ min: 1, max: 300 }), async (csv, sizes, segmentBytes) => {
        const expected = await outcome(csv, [csv.length]);
        expect(await outcome(csv, sizes)).toEqual(expected);
        expect(await outcome(csv, sizes, divided(segmentBytes))).toEqual(expected);
        expect(await outcome(csv, sizes, divided(segmentBytes, 400))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves out the same rows however the bytes come and the work is divided', { timeout: 30_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(csvFile, chunkSizes, fc.integer({ min: 1, max: 300 }), async (csv, sizes, segmentBytes) => {
        const expected = await outcome(csv, [csv.length], undefined, true);
        expect(await outcome(csv, sizes, undefined, true)).toEqual(expected);
        expect(await outcome(csv, sizes, divided(segmentBytes), true)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same rows and faults with worker threads', { timeout: 30_000 }, async () => {
    const rows = Array.from({ length: 5000 }, (_, row) => `${row},"note\n""${row}"", ${row}",${row / 4},x\n`).join('');
    const sound = Buffer.from(`photos,note,price,other\n${rows}`);
    const faulty = Buffer.concat([
      sound,
      Buffer.from('1,a,cheap,x\n'),
      sound.subarray(24),
      Buffer.from('1,a,dear,x\n'),
    ]);
    const division = { serialBytes: 1000, segmentBytes: 8000, threadCount: 2, startCrew: workerCrew };
    expect(await outcome(sound, [3000], division)).toEqual(await outcome(sound, [3000]));
    expect(await outcome(faulty, [3000], division, true)).toEqual(await outcome(faulty, [3000], undefined, true));
    const fault = await outcome(faulty, [3000], division);
    expect(fault).toEqual(await outcome(faulty, [3000]));
    expect(fault).toMatchObject({ seen: '"cheap" on line 10002; 2 such cells' });
  });

  it('ends the crew when the reader goes away', async () => {
    const csv = Buffer.from(`photos,note,price,other\n${'1,a,2,x\n'.repeat(500)}`);
    let closed = 0;
    const startCrew = (layout: RecordLayout): SegmentCrew => {
      const crew = crewHere(layout);
      return { parse: crew.parse, close: async () => void (closed += 1) };
    };
    const division = { ...divided(100), startCrew };
    const reader = readBatches(inChunks(csv, [50]), columns, csvLimits({}), division);
    for (let batch = 0; batch < 3; batch++) expect((await reader.next()).done).toBe(false);
    await reader.return({ count: 0, examples: [] });
    expect(closed).toBe(1);
  });

  it('passes on what goes wrong in the crew', async () => {
    const csv = Buffer.from(`photos,note,price,other\n${'1,a,2,x\n'.repeat(500)}`);
    const startCrew = (): SegmentCrew => ({
      parse: () => Promise.reject(new Error('out of memory')),
      close: () => Promise.resolve(),
    });
    await expect(outcome(csv, [50], { ...divided(100), startCrew })).rejects.toThrow('out of memory');
  });
});
