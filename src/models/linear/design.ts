import type { Table } from '../../data/table.ts';
import { checkFeature } from '../check-feature.ts';
import { numericValues } from '../numeric-column.ts';
import { IndicatorColumn, type LevelCodes } from '../transforms/indicator-column.ts';

/** A column of numbers, at its place among all columns. */
export interface DenseColumn {
  readonly place: number;
  readonly name: string;
  readonly values: Float64Array;
}

/** The indicator columns of one encoding. */
export interface IndicatorGroup {
  readonly codes: Int32Array;
  /** Place of each level's column; -1 for a level without one. */
  readonly places: Int32Array;
}

/** Rows as a linear trainer sums them: the features and, last, the target. */
export interface Design {
  readonly rowCount: number;
  /** Place of the first among all rows, for messages. */
  readonly firstRow: number;
  readonly names: readonly string[];
  readonly dense: readonly DenseColumn[];
  readonly groups: readonly IndicatorGroup[];
}

/** The columns of a table after all transforms, and its target. Throws `model.column-not-numeric`. */
export function designOf(
  features: Table,
  target: { readonly name: string; readonly values: Float64Array },
  firstRow = 0,
): Design {
  const dense: DenseColumn[] = [];
  const groups = new Map<LevelCodes, Int32Array>();
  const names = Object.keys(features.columns);
  for (const [place, name] of names.entries()) {
    const column = features.column(name);
    if (column instanceof IndicatorColumn) placesIn(groups, column.levels)[column.level] = place;
    else dense.push({ place, name, values: numericValues(features, name) });
  }
  return {
    rowCount: features.rowCount,
    firstRow,
    names: [...names, target.name],
    dense: [...dense, { place: names.length, ...target }],
    groups: [...groups].map(([{ codes }, places]) => ({ codes, places })),
  };
}

/** The rows at these indices. */
export function selectDesign(design: Design, rows: Uint32Array): Design {
  const count = rows.length;
  return {
    ...design,
    rowCount: count,
    dense: design.dense.map((column) => ({ ...column, values: gather(column.values, rows, new Float64Array(count)) })),
    groups: design.groups.map((group) => ({ ...group, codes: gather(group.codes, rows, new Int32Array(count)) })),
  };
}

function gather<A extends Float64Array | Int32Array>(values: A, rows: Uint32Array, into: A): A {
  // `from` with a function takes ten times as long as indices.
  for (let row = 0; row < rows.length; row += 1) into[row] = values[rows[row]!]!;
  return into;
}

/** Throws `model.feature-missing` or `model.not-finite` unless all numbers are finite. */
export function checkDesign({ dense, firstRow }: Design): void {
  for (const { name, values } of dense) checkFeature(name, values, firstRow);
}

function placesIn(groups: Map<LevelCodes, Int32Array>, levels: LevelCodes): Int32Array {
  const places = groups.get(levels) ?? new Int32Array(levels.levelCount).fill(-1);
  groups.set(levels, places);
  return places;
}
