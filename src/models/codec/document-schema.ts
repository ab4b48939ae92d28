import * as v from 'valibot';
import { recordSchema } from '../../data/record-schema.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { emptyTable } from '../empty-table.ts';
import type { ModelDocument } from '../model-document.ts';
import { applyTransforms } from '../transforms/transform.ts';
import { count, real, spread, text } from './field-schemas.ts';
import { transformSchema } from './transform-schema.ts';

type Fitted = Pick<ModelDocument, 'signature' | 'transforms' | 'coefficients'>;

const field = v.object({
  name: text,
  kind: v.picklist(['float', 'int', 'text', 'time']),
  nullable: v.boolean(),
});

const trainer = v.variant('name', [
  v.object({ name: v.literal('mean') }),
  v.object({ name: v.literal('linear') }),
  v.object({ name: v.literal('polynomial'), degree: v.pipe(count, v.minValue(2)) }),
  v.object({
    name: v.literal('ridge'),
    l2: spread,
    search: v.exactOptional(
      v.object({
        folds: count,
        seed: v.pipe(v.number(), v.safeInteger()),
        key: v.exactOptional(text),
        path: v.array(v.object({ l2: spread, mse: real, standardError: real })),
      }),
    ),
  }),
]);

const statistics = v.object({
  column: text,
  mean: real,
  standardDeviation: spread,
  min: real,
  max: real,
  missing: count,
});

const shape = v.object({
  format: v.literal('sluice.model'),
  formatVersion: v.literal(1),
  trainer,
  signature: v.object({
    inputs: v.array(field),
    output: v.object({ name: text, kind: v.literal('float') }),
  }),
  transforms: v.array(transformSchema),
  coefficients: v.array(v.object({ column: text, coefficient: real, centre: real })),
  level: real,
  intercept: real,
  fit: v.object({
    solver: v.picklist(['mean', 'multivariate-linear-regression', 'cholesky', 'minimum-norm']),
    rank: count,
    collinear: v.array(text),
    constant: v.array(text),
  }),
  statistics: v.object({ rows: count, features: v.array(statistics), target: statistics }),
  inputExample: recordSchema(v.nullable(v.union([real, text]))),
}) satisfies v.GenericSchema<ModelDocument>;

/** What the file of a model, format version 1, must hold. */
export const documentSchema = v.pipe(
  shape,
  v.forward(
    v.check(
      (document: v.InferOutput<typeof shape>) => coefficientsFit(document),
      'Invalid coefficients: expected one for each column that the transforms leave',
    ),
    ['coefficients'],
  ),
);

/** Tried on no rows: transforms that don't fit one another, or the inputs, leave no columns. */
function coefficientsFit({ signature, transforms, coefficients }: Fitted): boolean {
  const columns = new Set(transformedNames(signature, transforms));
  const named = new Set(coefficients.map(({ column }) => column));
  return named.size === coefficients.length && named.symmetricDifference(columns).size === 0;
}

function transformedNames({ inputs }: Fitted['signature'], transforms: Fitted['transforms']): string[] | undefined {
  try {
    return Object.keys(applyTransforms(transforms, emptyTable(inputs)).columns);
  } catch (error) {
    if (SluiceError.is(error)) return undefined;
    throw error;
  }
}
