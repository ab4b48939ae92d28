import * as fc from 'fast-check';
import { assert, describe, expect, it } from 'vitest';
import { keyShare } from '../../../src/data/key-share.ts';
import { rowsWhere, selectRows } from '../../../src/data/select-rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { bestPenalty } from '../../../src/models/linear/search-penalty.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import type { PenaltySearch } from '../../../src/models/model-document.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';

const columns = { key: 'text', kind: 'text', x: 'float', z: 'float', y: 'float' } as const;

/** Rows with noise; `x` and `z` lie at 10⁶ apart from 0. */
function sampleRows(rowCount: number) {
  const rows = Array.from({ length: rowCount }, (_, row) => row);
  const x = rows.map((row) => 1e6 + ((row * 37) % 101) / 8);
  const z = rows.map((row) => ((row * 53) % 89) / 16);
  const kind = rows.map((row) => 'abc'[(row * 7) % 3]!);
  const y = rows.map((row) => 3 * (x[row]! - 1e6) - z[row]! + ((row * 29) % 131) / 4 + (kind[row] === 'b' ? 5 : 0));
  return tableOf(columns, { key: rows.map((row) => `order ${row % 120}`), kind, x, z, y });
}

const table = sampleRows(400);
const shared = { table, features: ['x', 'z', 'kind'], target: 'y', transforms: [fitOneHot(table, ['kind'])] } as const;
const l2s = [0, 1, 30, 1000, 1e5];
const searchOf = (model: ReturnType<typeof trainRidge>) => {
  const { trainer } = model.document;
  assert(trainer.name === 'ridge' && trainer.search !== undefined);
  return { l2: trainer.l2, ...trainer.search };
};

/** The same error the long way: a model for each fold and penalty, measured on the fold. */
function byHand(l2: number, foldCount: number, seed: number): number {
  const keys = table.column('key');
  const foldOf = (row: number) => Math.floor(keyShare(`fold ${keys.at(row)}`, seed) * foldCount);
  const squares = Array.from({ length: foldCount }, (_, fold) => {
    const training = selectRows(
      table,
      rowsWhere(table.rowCount, (row) => foldOf(row) !== fold),
    );
    const left = selectRows(
      table,
      rowsWhere(table.rowCount, (row) => foldOf(row) === fold),
    );
    return evaluate(trainRidge({ ...shared, table: training, l2 }), left, 'y').mse * left.rowCount;
  });
  return squares.reduce((sum, square) => sum + square, 0) / table.rowCount;
}

describe('trainRidge with a search', () => {
  const model = trainRidge({ ...shared, search: { l2s, folds: 4, seed: 5, key: 'key' } });
  const found = searchOf(model);

  it('has for each penalty the error of models fitted without each fold', () => {
    for (const { l2, mse } of found.path) expect(Math.abs(mse / byHand(l2, 4, 5) - 1)).toBeLessThan(1e-9);
  });

  it('writes down all that it takes to search again', () => {
    expect(found).toMatchObject({ folds: 4, seed: 5, key: 'key' });
    expect(found.path.map(({ l2 }) => l2)).toEqual(l2s);
  });

  it('takes the penalty of least error, and fits all rows by it', () => {
    const least = found.path.toSorted((left, right) => left.mse - right.mse)[0]!;
    expect(found.l2).toBe(least.l2);
    const plain = trainRidge({ ...shared, l2: found.l2 }).document;
    expect(model.document.level).toBeCloseTo(plain.level, 10);
    for (const [j, { coefficient }] of model.document.coefficients.entries()) {
      expect(coefficient).toBeCloseTo(plain.coefficients[j]!.coefficient, 10);
    }
  });

  it('is the same again, and another by another seed', () => {
    const path = (seed: number) => searchOf(trainRidge({ ...shared, search: { l2s, seed } })).path;
    expect(path(1)).toEqual(path(1));
    expect(path(1)).not.toEqual(path(2));
  });

  it('copes with equal columns', () => {
    const twice = tableOf({ a: 'float', b: 'float', y: 'float' }, doubled());
    const fitted = trainRidge({ table: twice, features: ['a', 'b'], target: 'y', search: { l2s: [0, 1], seed: 1 } });
    for (const { mse } of searchOf(fitted).path) expect(mse).toBeLessThan(0.1);
  });

  it('refuses rows that all have one key', () => {
    const one = tableOf({ k: 'int', x: 'float', y: 'float' }, { k: [1, 1, 1], x: [1, 2, 3], y: [1, 2, 4] });
    const search = { l2s: [1], seed: 1, key: 'k' };
    expect(() => trainRidge({ table: one, features: ['x'], target: 'y', search })).toThrow(
      expect.objectContaining({ code: 'model.too-few-folds' }),
    );
  });

  it('refuses a key that is no column', () => {
    expect(() => trainRidge({ ...shared, search: { l2s, seed: 1, key: 'kye' } })).toThrow(
      expect.objectContaining({ code: 'model.column-missing' }),
    );
  });

  it.each([
    { l2s: [], seed: 1 },
    { l2s, seed: 1, folds: 1 },
    { l2s, seed: 0.5 },
  ])('refuses %j', (search) => {
    expect(() => trainRidge({ ...shared, search })).toThrow(expect.objectContaining({ code: 'model.bad-search' }));
  });

  it('refuses a penalty below 0 among the others', () => {
    expect(() => trainRidge({ ...shared, search: { l2s: [1, -1], seed: 1 } })).toThrow(
      expect.objectContaining({ code: 'model.bad-l2' }),
    );
  });
});

describe('bestPenalty', () => {
  it('is one of least error, the greatest of equals', () => {
    const entry = fc.record({ l2: fc.nat(), mse: fc.nat(5), standardError: fc.constant(0) });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1 }), (path: PenaltySearch['path']) => {
        const best = bestPenalty(path);
        const least = Math.min(...path.map(({ mse }) => mse));
        assert(path.every(({ l2, mse }) => mse > least || l2 <= best));
        assert(path.some(({ l2, mse }) => mse === least && l2 === best));
      }),
    );
  });
});

function doubled() {
  const a = Array.from({ length: 60 }, (_, row) => (row * 17) % 23);
  return { a, b: a, y: a.map((value, row) => 2 * value + (row % 2) / 4) };
}
