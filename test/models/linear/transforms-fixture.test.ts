import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { rowsWhere, selectRows } from '../../../src/data/select-rows.ts';
import { tableOf } from '../../../src/data/table-of.ts';
import { evaluate } from '../../../src/models/evaluate.ts';
import { trainLinear } from '../../../src/models/linear/train-linear.ts';
import { trainPolynomial } from '../../../src/models/linear/train-polynomial.ts';
import { trainRidge } from '../../../src/models/linear/train-ridge.ts';
import { applyDateParts, dateParts } from '../../../src/models/transforms/date-parts.ts';
import { fitOneHot } from '../../../src/models/transforms/fit-one-hot.ts';

const columns = { at: 'time', origin: 'text', distance: 'float', hour: 'int', delay: 'float' } as const;

/** What scikit-learn found; `test/models/fixtures/make_transforms.py` wrote it. */
const fixture = JSON.parse(readFileSync(new URL('../fixtures/transforms.json', import.meta.url), 'utf8')) as {
  readonly trainRows: number;
  readonly columns: { at: number[]; origin: string[]; distance: number[]; hour: number[]; delay: number[] };
  readonly mse: Readonly<Record<'oneHotLinear' | 'oneHotRidge' | 'polynomial', number>>;
};
const all = tableOf(columns, fixture.columns);
const train = selectRows(
  all,
  rowsWhere(all.rowCount, (row) => row < fixture.trainRows),
);
const test = selectRows(
  all,
  rowsWhere(all.rowCount, (row) => row >= fixture.trainRows),
);

const parts = dateParts(['at'], ['hour', 'weekday']);
const dated = applyDateParts(parts, train);
const indicators = (reference: 'none' | 'most-frequent') => [
  parts,
  fitOneHot(dated, ['origin'], { maxCategories: 5, reference }),
  fitOneHot(dated, ['at.hour', 'at.weekday'], { reference }),
];
const features = ['at', 'origin', 'distance'] as const;
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const shared = { table: train, features, target: 'delay' } as const;

describe('least squares on indicators', () => {
  it('has the test error of scikit-learn, whether or not a reference is left out', () => {
    const lean = trainLinear({ ...shared, transforms: indicators('most-frequent') });
    const full = trainLinear({ ...shared, transforms: indicators('none') });
    expect(lean.document.fit).toMatchObject({ solver: 'multivariate-linear-regression', collinear: [] });
    expect(full.document.fit.solver).toBe('minimum-norm');
    expect(full.document.fit.rank).toBe(lean.document.fit.rank);
    expect(relative(evaluate(lean, test, 'delay').mse, fixture.mse.oneHotLinear)).toBeLessThan(1e-9);
    expect(relative(evaluate(full, test, 'delay').mse, fixture.mse.oneHotLinear)).toBeLessThan(1e-9);
  });
});

describe('ridge on indicators', () => {
  it('has the test error of scikit-learn', () => {
    const model = trainRidge({ ...shared, transforms: indicators('none'), l2: 10 });
    expect(relative(evaluate(model, test, 'delay').mse, fixture.mse.oneHotRidge)).toBeLessThan(1e-9);
  });
});

describe('trainPolynomial', () => {
  const model = trainPolynomial({ table: train, features: ['hour', 'distance'], target: 'delay', degree: 3 });

  it('has the test error of scikit-learn', () => {
    expect(relative(evaluate(model, test, 'delay').mse, fixture.mse.polynomial)).toBeLessThan(1e-9);
  });

  it('takes the columns as they are, and says its degree', () => {
    expect(model.signature.inputs.map(({ name }) => name)).toEqual(['hour', 'distance']);
    expect(model.document.trainer).toEqual({ name: 'polynomial', degree: 3 });
    expect(model.document.coefficients).toHaveLength(9);
  });
});
