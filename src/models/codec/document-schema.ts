import * as z from 'zod/mini';
import type { ModelDocument } from '../model-document.ts';

const count = z.int().check(z.nonnegative());

const field = z.object({
  name: z.string(),
  kind: z.enum(['float', 'int', 'text', 'time']),
  nullable: z.boolean(),
});

const impute = z.object({
  kind: z.literal('impute'),
  strategy: z.literal('median'),
  fills: z.array(z.object({ column: z.string(), value: z.number(), missing: count })),
});

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
    trainer: z.union([
      z.object({ name: z.literal('linear') }),
      z.object({ name: z.literal('ridge'), l2: z.number().check(z.nonnegative()) }),
    ]),
    signature: z.object({
      inputs: z.array(field),
      output: z.object({ name: z.string(), kind: z.literal('float') }),
    }),
    transforms: z.array(impute),
    coefficients: z.array(z.object({ column: z.string(), coefficient: z.number(), centre: z.number() })),
    level: z.number(),
    intercept: z.number(),
    fit: z.object({
      solver: z.enum(['multivariate-linear-regression', 'cholesky', 'minimum-norm']),
      rank: count,
      collinear: z.array(z.string()),
      constant: z.array(z.string()),
    }),
    statistics: z.object({ rows: count, features: z.array(statistics), target: statistics }),
    inputExample: z.record(z.string(), z.nullable(z.number())),
  })
  .check(
    z.refine(({ signature, coefficients }) => sameNames(signature.inputs, coefficients), {
      path: ['coefficients'],
      message: 'Invalid input: expected one coefficient for each input of the signature, in its order',
    }),
  ) satisfies z.ZodMiniType<ModelDocument>;

function sameNames(inputs: readonly { name: string }[], coefficients: readonly { column: string }[]): boolean {
  return inputs.length === coefficients.length && inputs.every(({ name }, j) => name === coefficients[j]!.column);
}
