import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ParameterValue } from '../tracking/run-record.ts';
import type { Scalar } from '../tracking/step-record.ts';

/** Where a bound input or parameter gets its value from, once the nodes before it have run. */
export type Source =
  | { readonly kind: 'artifact'; readonly reference: ArtifactReference }
  | { readonly kind: 'value'; readonly value: Scalar | ParameterValue }
  | { readonly kind: 'item'; readonly list: ArtifactReference; readonly index: number }
  | { readonly kind: 'gathered'; readonly items: readonly Source[] };
