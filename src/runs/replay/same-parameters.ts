import type { RunRecord } from '../../tracking/run-record.ts';
import type { Scalar } from '../../tracking/step-record.ts';
import { isFileReference } from '../load.ts';

/** The parameters of a run as they can be given to another: files by their URIs. */
export function sameParameters({ parameters }: RunRecord): Record<string, Scalar> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, isFileReference(value) ? value.file.uri : value]),
  );
}
