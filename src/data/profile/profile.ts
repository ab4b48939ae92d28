import type { NumericColumn } from '../table.ts';

/** What the values of a table are like, as plain JSON data: a pure function of the table. */
export interface Profile {
  /** Schema version of this document. */
  readonly v: 1;
  readonly rowCount: number;
  /** In the order of the table. */
  readonly columns: readonly ColumnProfile[];
}

export type ColumnProfile = NumberProfile | TextProfile;

interface CommonProfile {
  readonly name: string;
  /** Rows where the value is missing. */
  readonly nulls: number;
  readonly distinct: Distinct;
}

/** How many different values there are, or that there are more than so many. */
export type Distinct = { readonly count: number } | { readonly moreThan: number };

/** Numbers, and times in milliseconds since 1970. What finite values alone have is of those, and null where there are none. */
export interface NumberProfile extends CommonProfile {
  readonly kind: NumericColumn['kind'];
  /** Rows with plus or minus infinity. */
  readonly infinities: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly mean: number | null;
  /** Of the values as a sample: divided by one less than their count. */
  readonly standardDeviation: number | null;
  /** Values by the share of values that are not greater; each one comes in the column. */
  readonly quantiles: readonly Quantile[];
  readonly histogram: Histogram;
}

export interface Quantile {
  readonly share: number;
  readonly value: number;
}

/** Counts between edges of equal distance; an edge belongs to the bar above it, the last to the one below. */
export interface Histogram {
  /** One more than there are counts; none without values. */
  readonly edges: readonly number[];
  readonly counts: readonly number[];
}

export interface TextProfile extends CommonProfile {
  readonly kind: 'text';
  /** In Unicode characters; null without values. */
  readonly length: { readonly min: number; readonly mean: number; readonly max: number } | null;
  /** Most frequent first, equally frequent ones as they first come; long ones cut. Of as many different texts as are counted. */
  readonly frequent: readonly { readonly value: string; readonly count: number }[];
}
