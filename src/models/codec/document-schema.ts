import * as z from 'zod/mini';
import { SluiceError } from '../../errors/sluice-error.ts';
import { emptyTable } from '../empty-table.ts';
import type { ModelDocument } from '../model-document.ts';
import { applyTransforms } from '../transforms/transform.ts';
import { transformSchema } from './transform-schema.ts';

type Fitted = Pick<ModelDocument, 'signature' | 'transforms' | 'coefficients'>;

const count = z.int().check(z.nonnegative());

const field = z.object({
  name: z.string(),
  kind: z.enum(['float', 'int', 'text', 'time']),
  nullable: z.boolean(),
});

const penalty = z.number().check(z.nonnegative());

const trainer = z.union([
  z.object({ name: z.literal('mean') }),
  z.object({ name: z.literal('linear') }),
  z.object({ name: z.literal('polynomial'), degree: z.int().check(z.minimum(2)) }),
  z.object({
    name: z.literal('ridge'),
    l2: penalty,
    search: z.exactOptional(
      z.object({
        folds: count,
        seed: z.int(),
        key: z.exactOptional(z.string()),
        path: z.array(z.object({ l2: penalty, mse: z.number(), standardError: z.number() })),
      }),
    ),
  }),
]);

const statistics = z.object({
  column: z.string(),
  mean: z.number(),
  standardDeviation: z.number().check(z.nonnegative()),
  min: z.number(),
  max: z.number(),
  missing: count,
});

/** What the file of a model, format version 1, must hold. */
export const documentSchema = z
  .object({
    format: z.literal('sluice.model'),
    formatVersion: z.literal(1),
    trainer,
    signature: z.object({
      inputs: z.array(field),
      output: z.object({ name: z.string(), kind: z.literal('float') }),
    }),
    transforms: z.array(transformSchema),
    coefficients: z.array(z.object({ column: z.string(), coefficient: z.number(), centre: z.number() })),
    level: z.number(),
    intercept: z.number(),
    fit: z.object({
      solver: z.enum(['mean', 'multivariate-linear-regression', 'cholesky', 'minimum-norm']),
      rank: count,
      collinear: z.array(z.string()),
      constant: z.array(z.string()),
    }),
    statistics: z.object({ rows: count, features: z.array(statistics), target: statistics }),
    inputExample: z.record(z.string(), z.nullable(z.union([z.number(), z.string()]))),
  })
  .check(
    z.refine(coefficientsFit, {
      path: ['coefficients'],
      message: 'Invalid input: expected one coefficient for each column that the transforms leave',
    }),
  ) satisfies z.ZodMiniType<ModelDocument>;

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
