import * as v from 'valibot';
import { DATE_PARTS, PERIODIC_PARTS } from '../transforms/date-parts.ts';
import type { Transform } from '../transforms/transform.ts';
import { count, real, spread, text } from './field-schemas.ts';

const category = v.union([text, real]);

const impute = v.object({
  kind: v.literal('impute'),
  strategy: v.literal('median'),
  fills: v.array(v.object({ column: text, value: real, missing: count })),
});

const standardise = v.object({
  kind: v.literal('standardise'),
  scales: v.array(v.object({ column: text, mean: real, standardDeviation: spread })),
});

const oneHot = v.object({
  kind: v.literal('one-hot'),
  encodings: v.array(
    v.object({
      column: text,
      categories: v.array(category),
      reference: v.nullable(category),
      other: v.boolean(),
      missing: v.boolean(),
    }),
  ),
});

const dateParts = v.variant('form', [
  v.object({
    kind: v.literal('date-parts'),
    columns: v.array(text),
    parts: v.array(v.picklist(DATE_PARTS)),
    form: v.literal('number'),
  }),
  v.object({
    kind: v.literal('date-parts'),
    columns: v.array(text),
    parts: v.array(v.picklist(PERIODIC_PARTS)),
    form: v.literal('cyclic'),
  }),
]);

const polynomial = v.object({
  kind: v.literal('polynomial'),
  terms: v.array(v.object({ name: text, factors: v.pipe(v.array(text), v.minLength(2)) })),
});

/** What a transform in the file of a model must hold. */
export const transformSchema = v.variant('kind', [
  impute,
  standardise,
  oneHot,
  dateParts,
  polynomial,
]) satisfies v.GenericSchema<Transform>;
