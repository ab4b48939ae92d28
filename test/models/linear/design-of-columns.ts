import type { Design } from '../../../src/models/linear/design.ts';
import { MomentsBuilder, shiftsOf, type Moments } from '../../../src/models/linear/moments.ts';

/** A design of plain columns `0`, `1`, … and a target. */
export function designOfColumns(columns: readonly (readonly number[])[], target: readonly number[]): Design {
  const all = [...columns, target].map((values, place) => {
    return { place, name: String(place), values: Float64Array.from(values) };
  });
  return { rowCount: target.length, firstRow: 0, names: all.map(({ name }) => name), dense: all, groups: [] };
}

/** Moments of all rows of a design. */
export function momentsOfDesign(design: Design): Moments {
  const builder = new MomentsBuilder(design.names, shiftsOf(design));
  builder.add(design);
  return builder.moments();
}
