import { readFileSync } from 'node:fs';
import { tableOf } from '../../../src/data/table-of.ts';
import type { Table } from '../../../src/data/table.ts';

/** What scikit-learn found for one model; `test/models/fixtures/make.py` wrote it. */
export interface Answer {
  readonly coefficients: readonly number[];
  readonly intercept: number;
  readonly mse: number;
  readonly r2: number;
  readonly mae: number;
}

interface Variant extends Readonly<Record<'linear' | 'ridge0' | 'ridge10', Answer>> {
  readonly columns: Readonly<Record<FeatureName, readonly number[]>>;
  readonly target: readonly number[];
}

/** What scikit-learn found on columns it centred first, or what rational numbers give, of the table at 10⁹. */
export interface FarAnswer {
  readonly coefficients: readonly number[];
  readonly predictions: readonly number[];
  readonly mse: number;
}

/** Of the table at 10⁹; without `centred`, scikit-learn predicts by an intercept, which costs it digits. */
interface FarVariant extends Variant {
  readonly centred: Readonly<Record<'linear' | 'ridge10', FarAnswer>>;
  readonly exact: Readonly<Record<'linear' | 'ridge10', FarAnswer>>;
}

type VariantName = 'plain' | 'collinear' | 'offset';
type FeatureName = (typeof features)[number];
type FixtureTable = Table<Readonly<Record<FeatureName | 'score', 'float'>>>;

const columns = {
  price: 'float',
  freight: 'float',
  photos: 'float',
  weight: 'float',
  length: 'float',
  width: 'float',
  score: 'float',
} as const;

/** The features of the fixture's tables, in the order of its coefficients. */
export const features = ['price', 'freight', 'photos', 'weight', 'length', 'width'] as const;

const file = new URL('../fixtures/regression.json', import.meta.url);
const fixture = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<VariantName, Variant>> & {
  readonly far: FarVariant;
  readonly trainRows: number;
};

/** Training and test rows of one variant, and scikit-learn's answers. */
export function fixtureOf<N extends VariantName | 'far'>(
  name: N,
): {
  readonly train: FixtureTable;
  readonly test: FixtureTable;
  readonly answers: (typeof fixture)[N];
} {
  const answers = fixture[name];
  return { train: rows(answers, 0, fixture.trainRows), test: rows(answers, fixture.trainRows), answers };
}

function rows({ columns: values, target }: Variant, from: number, to?: number): FixtureTable {
  return tableOf(columns, {
    price: values.price.slice(from, to),
    freight: values.freight.slice(from, to),
    photos: values.photos.slice(from, to),
    weight: values.weight.slice(from, to),
    length: values.length.slice(from, to),
    width: values.width.slice(from, to),
    score: target.slice(from, to),
  });
}
