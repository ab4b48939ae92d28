import type { SourceFile } from '../data/source-file.ts';
import type { FileReference } from '../tracking/run-record.ts';

/** Where a stack keeps the files that are given to pipelines as parameters. */
export interface ParameterFiles {
  /** Fixes a file given by path or URI by its hash, and brings it to where steps can read it. */
  place(pipeline: string, parameter: string, pathOrUri: string): Promise<FileReference>;
  open(reference: FileReference): Promise<SourceFile>;
}
