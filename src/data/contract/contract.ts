import type { ColumnKind, Columns } from '../table.ts';

/** What must hold for the rows of a table, as plain data. */
export interface Contract<C extends Columns = Columns> {
  readonly minRows?: number;
  readonly columns?: { readonly [N in keyof C]?: ColumnRules<C[N]> };
}

/** What must hold for a column; a missing value breaks no other rule than `maxNullShare`. */
export type ColumnRules<K extends ColumnKind = ColumnKind> = K extends 'text' ? TextRules : NumberRules;

interface CommonRules {
  /** Missing values of all rows, from 0 to 1. */
  readonly maxNullShare?: number;
  /** Whether no value may come twice. */
  readonly unique?: boolean;
}

/** For numbers, and for times in milliseconds since 1970. */
export interface NumberRules extends CommonRules {
  readonly min?: number;
  readonly max?: number;
  readonly oneOf?: readonly number[];
}

export interface TextRules extends CommonRules {
  readonly oneOf?: readonly string[];
  /** A regular expression (JavaScript's, with `v`) for the whole of each text. */
  readonly matches?: string;
}
