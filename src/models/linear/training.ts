import type { Columns, Table } from '../../data/table.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import { checkTarget } from '../check-target.ts';
import { inputColumns, numericValues, type NumericName } from '../numeric-column.ts';
import { applyTransforms, type Transform } from '../transforms/transform.ts';
import { designOf, type Design } from './design.ts';

/** The columns that a trainer is told of. */
export type TrainingColumns<C extends Columns, F extends keyof C & string> = {
  /** The model's inputs, as they are before all transforms, in its order. */
  readonly features: readonly F[];
  readonly target: NumericName<C>;
} & TransformsFor<C, F>;

/** What a linear trainer is given. */
export type Training<C extends Columns, F extends keyof C & string> = TrainingColumns<C, F> & {
  /** Training rows only, before all transforms or imputed already. */
  readonly table: Table<C>;
};

/** Texts can't be features without a transform that makes numbers of them. */
type TransformsFor<C extends Columns, F extends keyof C & string> = [F] extends [NumericName<C>]
  ? { readonly transforms?: readonly Transform[] }
  : { readonly transforms: readonly Transform[] };

/** A training whose names are checked: which columns of any rows go where. */
export interface Plan {
  /** The model's inputs with their kinds. */
  readonly inputs: Columns;
  readonly target: string;
  /** Fitted on training rows; travel inside the model. */
  readonly transforms: readonly Transform[];
}

/** What a trainer is told of its columns, the types forgotten. */
export interface NamedColumns {
  readonly features: readonly string[];
  readonly target: string;
  readonly transforms?: readonly Transform[];
}

/** The plan for rows of these columns. Throws `model.bad-features`. */
export function planOf(columns: Columns, { features, target, transforms = [] }: NamedColumns): Plan {
  checkNames(features, target);
  const inputs = Object.fromEntries(features.map((name) => [name, columns[name] ?? 'float']));
  return { inputs, target, transforms: transforms.map((transform) => withoutStrangers(transform, features)) };
}

/**
 * Rows made ready to be summed. Throws `model.column-missing`, `model.column-not-numeric`, `model.column-not-text`,
 * `model.column-taken`, `model.target-missing` or `model.not-finite`.
 */
export function designRows({ inputs, target, transforms }: Plan, table: Table, firstRow = 0): Design {
  const values = numericValues(table, target);
  checkTarget(target, values);
  return designOf(applyTransforms(transforms, inputColumns(table, inputs)), { name: target, values }, firstRow);
}

/** An imputation without the columns that the model doesn't take; it may have been fitted for others too. */
function withoutStrangers(transform: Transform, features: readonly string[]): Transform {
  if (transform.kind !== 'impute') return transform;
  const known = (column: string) => features.some((name) => column === name || column.startsWith(`${name}.`));
  return { ...transform, fills: transform.fills.filter(({ column }) => known(column)) };
}

function checkNames(features: readonly string[], target: string): void {
  const valid = features.length > 0 && new Set([...features, target]).size === features.length + 1;
  if (valid) return;
  throw new SluiceError({
    code: 'model.bad-features',
    message: features.length === 0 ? 'the model has no features' : 'a feature is named twice, or is the target itself',
    seen: `features ${features.join(', ') || 'none'}; target ${target}`,
    allowed: 'at least one feature, each once, the target not among them',
    mend: 'mend the list of features',
  });
}
