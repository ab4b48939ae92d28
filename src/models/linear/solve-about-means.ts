import type { CentredColumn } from '../centred-column.ts';
import type { Coefficient, Fit } from '../model-document.ts';
import { sum } from '../sum.ts';
import type { Solution, Solver } from './solution.ts';
import type { CentredTraining, Feature } from './training.ts';

/** The numbers of a linear model. */
export interface LinearFit {
  readonly coefficients: readonly Coefficient[];
  readonly level: number;
  readonly intercept: number;
  readonly fit: Fit;
}

/** Fits the features about their means, constant ones with a coefficient of 0. */
export function solveAboutMeans({ features, target }: CentredTraining, usual: Fit['solver'], solve: Solver): LinearFit {
  const varying = features.filter(({ centred }) => centred.squares > 0);
  const columns = varying.map(({ centred }) => centred);
  const solution = columns.length > 0 ? solve(columns, target.centred) : nothingVaries(usual);
  const slopes = new Map(varying.map(({ name }, j) => [name, solution.coefficients[j]!]));
  const coefficients = features.map(({ name, centred }) => ({
    column: name,
    coefficient: slopes.get(name) ?? 0,
    centre: centred.centre,
  }));
  const level = levelAt(columns, solution, target.centred);
  return {
    coefficients,
    level,
    intercept: interceptOf(level, coefficients),
    fit: describe(features, varying, solution),
  };
}

/** The prediction at the centres: the target's mean, and what the rounding of all means left. */
function levelAt(columns: readonly CentredColumn[], { coefficients }: Solution, target: CentredColumn): number {
  const rests = columns.map(({ rest }, j) => -coefficients[j]! * rest);
  return sum(Float64Array.of(target.centre, target.rest, ...rests));
}

function interceptOf(level: number, coefficients: readonly Coefficient[]): number {
  return sum(Float64Array.of(level, ...coefficients.map(({ coefficient, centre }) => -coefficient * centre)));
}

function describe(all: readonly Feature[], varying: readonly Feature[], solution: Solution): Fit {
  return {
    solver: solution.solver,
    rank: solution.rank,
    collinear: varying.filter((_, j) => solution.dependent[j]).map(({ name }) => name),
    constant: all.filter(({ centred }) => centred.squares === 0).map(({ name }) => name),
  };
}

function nothingVaries(solver: Fit['solver']): Solution {
  return { solver, coefficients: [], rank: 0, dependent: [] };
}
