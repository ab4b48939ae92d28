import type { Table } from '../../data/table.ts';
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
  readonly names: readonly string[];
  readonly dense: readonly DenseColumn[];
  readonly groups: readonly IndicatorGroup[];
}

/** The columns of a table after all transforms, and its target. Throws `model.column-not-numeric`. */
export function designOf(features: Table, target: { readonly name: string; readonly values: Float64Array }): Design {
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
    names: [...names, target.name],
    dense: [...dense, { place: names.length, ...target }],
    groups: [...groups].map(([{ codes }, places]) => ({ codes, places })),
  };
}

function placesIn(groups: Map<LevelCodes, Int32Array>, levels: LevelCodes): Int32Array {
  const places = groups.get(levels) ?? new Int32Array(levels.levelCount).fill(-1);
  groups.set(levels, places);
  return places;
}
