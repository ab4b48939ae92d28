import type { Columns, Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { numericValues, type NumericName } from '../numeric-column.ts';
import { appendColumns, type MadeColumn } from './replace-columns.ts';

/** A product of columns. */
export interface Term {
  /** As `a^2 b`. */
  readonly name: string;
  /** A column as often as it is a factor. */
  readonly factors: readonly string[];
}

/** Adds products of columns; plain data. */
export interface PolynomialTransform {
  readonly kind: 'polynomial';
  readonly terms: readonly Term[];
}

/** Which products. */
export interface PolynomialOptions {
  /** Most factors of a product, from 2. */
  readonly degree: number;
  /** `none`: powers of single columns only; `only`: products of different columns only. */
  readonly interactions?: 'all' | 'none' | 'only';
}

const MAX_TERMS = 10_000;

/** Products of columns up to a degree, in the order and by the names of scikit-learn's PolynomialFeatures. Throws `model.bad-degree`. */
export function polynomialTerms<C extends Columns>(
  _table: Table<C>,
  columns: readonly NumericName<C>[],
  { degree, interactions = 'all' }: PolynomialOptions,
): PolynomialTransform {
  checkDegree(degree);
  const terms: Term[] = [];
  let products = columns.map((column): string[] => [column]);
  for (let factors = 2; factors <= degree; factors += 1) {
    products = products.flatMap((product) => extended(product, columns, interactions));
    for (const product of products) terms.push({ name: termName(product), factors: product });
    if (terms.length > MAX_TERMS) throw tooManyTerms(columns.length, degree);
  }
  return { kind: 'polynomial', terms };
}

/** The table with the products as columns at its end. */
export function applyPolynomial<C extends Columns>({ terms }: PolynomialTransform, table: Table<C>): Table<C> {
  const made = terms.map(({ name, factors }): MadeColumn => {
    return { name, column: { kind: 'float', values: productOf(table, factors) } };
  });
  // The columns of `C` are all kept; the products have names that no type knows.
  return appendColumns(table, made) as Table<C>;
}

function extended(
  product: readonly string[],
  columns: readonly string[],
  interactions: Required<PolynomialOptions>['interactions'],
): string[][] {
  const last = columns.indexOf(product.at(-1)!);
  const next = columns.slice(interactions === 'only' ? last + 1 : last);
  return (interactions === 'none' ? next.slice(0, 1) : next).map((column) => [...product, column]);
}

function termName(factors: readonly string[]): string {
  return [...new Set(factors)]
    .map((column) => {
      const power = factors.filter((factor) => factor === column).length;
      return power === 1 ? column : `${column}^${power}`;
    })
    .join(' ');
}

function productOf(table: Table, factors: readonly string[]): Float64Array {
  const product = numericValues(table, factors[0]!).slice();
  for (const factor of factors.slice(1)) {
    const values = numericValues(table, factor);
    for (let row = 0; row < product.length; row += 1) product[row]! *= values[row]!;
  }
  return product;
}

function checkDegree(degree: number): void {
  if (Number.isSafeInteger(degree) && degree >= 2) return;
  throw badDegree(`degree ${degree}`);
}

function tooManyTerms(columns: number, degree: number): SluiceError {
  return badDegree(`more than ${MAX_TERMS} products of ${columns} columns to degree ${degree}`);
}

function badDegree(seen: string): SluiceError {
  return new SluiceError({
    code: 'model.bad-degree',
    message: 'the degree of a polynomial is none, or makes too many products',
    seen,
    allowed: `a whole number from 2 that makes at most ${MAX_TERMS} products`,
    mend: 'lower the degree, or name fewer columns',
  });
}
