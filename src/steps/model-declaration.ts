import type { Columns } from '../data/table.ts';
import type { TableType } from '../pipeline/artifact-types.ts';

/** What a pipeline's model is called, and what it predicts from what. */
export interface ModelDeclaration<F extends Columns, C extends Columns> {
  /** Under which the registry keeps its versions. */
  readonly name: string;
  /** Columns that it takes. */
  readonly features: F;
  /** Rows that it is trained and tested on. */
  readonly rows: TableType<C>;
  /** The column of the rows that it predicts. */
  readonly target: keyof C & string;
}
