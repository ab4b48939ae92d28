import { rowAt } from '../../data/rows.ts';
import { tableOf } from '../../data/table-of.ts';
import type { ColumnKind, Columns, Table } from '../../data/table.ts';
import type { ColumnStatistics, ModelDocument, TrainingStatistics } from '../model-document.ts';
import type { Signature } from '../model.ts';
import { inputColumns } from '../numeric-column.ts';
import { applyTransforms, type Transform } from '../transforms/transform.ts';
import type { Moments } from './moments.ts';
import { centreAt } from './solve-about-means.ts';
import type { Plan } from './training.ts';

/** What a model takes: an input may be missing where the transforms have something to stand for it. */
export function signatureOf(plan: Plan): Signature {
  const inputs = Object.entries(plan.inputs).map(([name, kind]) => ({
    name,
    kind,
    nullable: mayBeMissing(plan, name),
  }));
  return { inputs, output: { name: plan.target, kind: 'float' } };
}

/** Statistics of the columns as the model saw them; missing values are those that imputations were fitted over. */
export function trainingStatistics(moments: Moments, transforms: readonly Transform[]): TrainingStatistics {
  const missing = missingCounts(transforms);
  const all = moments.names.map((column, place) => statistics(moments, place, missing.get(column) ?? 0));
  return { rows: moments.rowCount, features: all.slice(0, -1), target: all.at(-1)! };
}

/** The first row of a table as a caller would send it. */
export function firstRow(table: Table, inputs: Columns): ModelDocument['inputExample'] {
  const row = rowAt(inputColumns(table, inputs), 0);
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, row[name] ?? null]));
}

/** Tried on one row that lacks only this input. */
function mayBeMissing({ inputs, transforms }: Plan, absent: string): boolean {
  const cells = Object.entries(inputs).map(([name, kind]) => [
    name,
    [name === absent ? missingCell(kind) : anyCell(kind)],
  ]);
  const made = applyTransforms(transforms, tableOf(inputs, Object.fromEntries(cells)));
  return Object.keys(made.columns).every((name) => rowAt(made, 0)[name] !== undefined);
}

function missingCell(kind: ColumnKind): number | undefined {
  return kind === 'text' ? undefined : Number.NaN;
}

function anyCell(kind: ColumnKind): number | string {
  return kind === 'text' ? '' : 0;
}

function missingCounts(transforms: readonly Transform[]): Map<string, number> {
  const fills = transforms.flatMap((transform) => (transform.kind === 'impute' ? transform.fills : []));
  return new Map(fills.map(({ column, missing }) => [column, missing]));
}

function statistics(moments: Moments, place: number, missing: number): ColumnStatistics {
  const { names, rowCount, products, minima, maxima } = moments;
  return {
    column: names[place]!,
    mean: centreAt(moments, place).centre,
    standardDeviation: Math.sqrt(products[place * names.length + place]! / rowCount),
    min: minima[place]!,
    max: maxima[place]!,
    missing,
  };
}
