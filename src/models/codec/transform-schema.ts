import * as z from 'zod/mini';
import { DATE_PARTS, PERIODIC_PARTS } from '../transforms/date-parts.ts';
import type { Transform } from '../transforms/transform.ts';

const count = z.int().check(z.nonnegative());
const category = z.union([z.string(), z.number()]);

const impute = z.object({
  kind: z.literal('impute'),
  strategy: z.literal('median'),
  fills: z.array(z.object({ column: z.string(), value: z.number(), missing: count })),
});

const standardise = z.object({
  kind: z.literal('standardise'),
  scales: z.array(
    z.object({ column: z.string(), mean: z.number(), standardDeviation: z.number().check(z.nonnegative()) }),
  ),
});

const oneHot = z.object({
  kind: z.literal('one-hot'),
  encodings: z.array(
    z.object({
      column: z.string(),
      categories: z.array(category),
      reference: z.nullable(category),
      other: z.boolean(),
      missing: z.boolean(),
    }),
  ),
});

const dateParts = z.union([
  z.object({
    kind: z.literal('date-parts'),
    columns: z.array(z.string()),
    parts: z.array(z.enum(DATE_PARTS)),
    form: z.literal('number'),
  }),
  z.object({
    kind: z.literal('date-parts'),
    columns: z.array(z.string()),
    parts: z.array(z.enum(PERIODIC_PARTS)),
    form: z.literal('cyclic'),
  }),
]);

const polynomial = z.object({
  kind: z.literal('polynomial'),
  terms: z.array(z.object({ name: z.string(), factors: z.array(z.string()).check(z.minLength(2)) })),
});

/** What a transform in the file of a model must hold. */
export const transformSchema = z.union([
  impute,
  standardise,
  oneHot,
  dateParts,
  polynomial,
]) satisfies z.ZodMiniType<Transform>;
