import type { Table } from '../../data/table.ts';
import { takeApart, type DatePartsTransform } from './date-parts.ts';
import { applyImpute, type ImputeTransform } from './impute.ts';
import { encode, type OneHotTransform } from './one-hot.ts';
import { applyPolynomial, type PolynomialTransform } from './polynomial.ts';
import { applyStandardise, type StandardiseTransform } from './standardise.ts';

/** One fitted change of a table's columns: plain data that travels inside a model. */
export type Transform =
  | ImputeTransform
  | StandardiseTransform
  | OneHotTransform
  | DatePartsTransform
  | PolynomialTransform;

/** The table after all transforms, one after the other. Throws `model.column-missing`, `model.column-not-numeric` or `model.column-taken`. */
export function applyTransforms(transforms: readonly Transform[], table: Table): Table {
  return transforms.reduce(applyTransform, table);
}

function applyTransform(table: Table, transform: Transform): Table {
  if (transform.kind === 'impute') return applyImpute(transform, table);
  if (transform.kind === 'standardise') return applyStandardise(transform, table);
  if (transform.kind === 'one-hot') return encode(transform, table);
  if (transform.kind === 'date-parts') return takeApart(transform, table);
  return applyPolynomial(transform, table);
}
