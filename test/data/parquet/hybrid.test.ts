import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHybrid } from '../../../src/data/parquet/hybrid.ts';

/** A run of equal values or packed ones, by the words of the format. */
interface Run {
  readonly values: readonly number[];
  readonly packed: boolean;
}

const widths = fc.integer({ min: 1, max: 24 });
const runsOf = (width: number): fc.Arbitrary<Run[]> => {
  const value = fc.nat({ max: 2 ** width - 1 });
  const equal = fc.tuple(value, fc.integer({ min: 1, max: 300 })).map(([one, length]) => ({
    values: Array.from<number>({ length }).fill(one),
    packed: false,
  }));
  const groups = fc
    .integer({ min: 1, max: 5 })
    .chain((count) =>
      fc.array(value, { minLength: count * 8, maxLength: count * 8 }).map((values) => ({ values, packed: true })),
    );
  return fc.array(fc.oneof(equal, groups), { minLength: 1, maxLength: 6 });
};

describe('readHybrid', () => {
  it('reads what was written, whatever the runs', () => {
    fc.assert(
      fc.property(
        widths.chain((width) => fc.tuple(fc.constant(width), runsOf(width))),
        ([width, runs]) => {
          const values = runs.flatMap((run) => run.values);
          const output = new Int32Array(values.length);
          readHybrid(Uint8Array.from(runs.flatMap((run) => writeRun(run, width))), width, output);
          expect([...output]).toEqual(values);
        },
      ),
    );
  });

  it('reads numbers of no bits as zeros', () => {
    const output = new Int32Array(5).fill(7);
    readHybrid(Uint8Array.of(10), 0, output);
    expect([...output]).toEqual([0, 0, 0, 0, 0]);
  });

  it('ends, for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 20 }), fc.integer({ min: 0, max: 30 }), (bytes, width) => {
        const output = new Int32Array(50);
        try {
          readHybrid(bytes, width, output);
        } catch (error) {
          expect(error).toMatchObject({ code: 'data.parquet-damaged' });
        }
      }),
    );
  });
});

function writeRun({ values, packed }: Run, width: number): number[] {
  if (!packed) return [...varint(values.length * 2), ...littleEndian(BigInt(values[0]!), Math.ceil(width / 8))];
  const bits = values.reduce((total, value, index) => total | (BigInt(value) << BigInt(index * width)), 0n);
  return [...varint((values.length / 8) * 2 + 1), ...littleEndian(bits, (values.length * width) / 8)];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

function littleEndian(bits: bigint, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Number((bits >> BigInt(index * 8)) & 255n));
}
