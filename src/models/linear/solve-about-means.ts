import type { Coefficient, Fit } from '../model-document.ts';
import { sum } from '../sum.ts';
import { minimumNorm } from './minimum-norm.ts';
import type { Moments } from './moments.ts';
import { normalEquations, varyingPlaces, wellConditioned } from './normal-equations.ts';
import type { Solution, Solver } from './solution.ts';
import type { TriangleBuilder } from './triangle.ts';

/** The numbers of a linear model. */
export interface LinearFit {
  readonly coefficients: readonly Coefficient[];
  readonly level: number;
  readonly intercept: number;
  readonly fit: Fit;
}

/** Solves the features about their means; undefined when they are too nearly collinear and need `solveTriangle`. */
export function solveMoments(moments: Moments, solver: Solver): LinearFit | undefined {
  const places = varyingPlaces(moments);
  if (places.length === 0) return fitOf(moments, places, nothingVaries(solver.name));
  const equations = normalEquations(moments, places, solver.l2);
  if (!wellConditioned(equations)) return undefined;
  return fitOf(moments, places, {
    solver: solver.name,
    coefficients: solver.solve(equations),
    rank: places.length,
    dependent: places.map(() => false),
  });
}

/** Solves features that `solveMoments` would not, from a triangle that has all their rows. */
export function solveTriangle(moments: Moments, triangle: TriangleBuilder, l2: number): LinearFit {
  const { places, units } = triangle;
  return fitOf(moments, places, minimumNorm({ ...triangle.finish(l2), units, rowCount: moments.rowCount, l2 }));
}

/** The centre of a column as the nearest double, and what its rounding left. */
export function centreAt(
  { shifts, means }: Moments,
  place: number,
): { readonly centre: number; readonly rest: number } {
  const centre = shifts[place]! + means[place]!;
  return { centre, rest: shifts[place]! - centre + means[place]! };
}

/** The fit, constant features with a coefficient of 0. */
function fitOf(moments: Moments, places: readonly number[], solution: Solution): LinearFit {
  const slopes = new Map(places.map((place, j) => [place, solution.coefficients[j]!]));
  const features = moments.names.slice(0, -1);
  const coefficients = features.map((column, place) => ({
    column,
    coefficient: slopes.get(place) ?? 0,
    centre: centreAt(moments, place).centre,
  }));
  const level = levelAt(moments, places, solution);
  return {
    coefficients,
    level,
    intercept: interceptOf(level, coefficients),
    fit: {
      solver: solution.solver,
      rank: solution.rank,
      collinear: places.flatMap((place, j) => (solution.dependent[j] ? [features[place]!] : [])),
      constant: features.filter((_, place) => !slopes.has(place)),
    },
  };
}

/** The prediction at the centres: the target's mean, and what the rounding of all means left. */
function levelAt(moments: Moments, places: readonly number[], { coefficients }: Solution): number {
  const target = centreAt(moments, moments.names.length - 1);
  const rests = places.map((place, j) => -coefficients[j]! * centreAt(moments, place).rest);
  return sum(Float64Array.of(target.centre, target.rest, ...rests));
}

function interceptOf(level: number, coefficients: readonly Coefficient[]): number {
  return sum(Float64Array.of(level, ...coefficients.map(({ coefficient, centre }) => -coefficient * centre)));
}

function nothingVaries(solver: Fit['solver']): Solution {
  return { solver, coefficients: [], rank: 0, dependent: [] };
}
