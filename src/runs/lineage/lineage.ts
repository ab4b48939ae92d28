import type { ArtifactReference } from '../../artifacts/artifact-reference.ts';
import type { ModelVersion } from '../../tracking/registry.ts';
import type { FileReference, ParameterValue } from '../../tracking/run-record.ts';

/** One step of one run, as lineage tells it. */
export interface LineageStep {
  readonly run: string;
  /** Key of the step's record. */
  readonly step: string;
  readonly status: string;
  /** Hash of the step's code. */
  readonly code: string | null;
  readonly outputs: Readonly<Record<string, ArtifactReference>>;
}

/** Where an artifact comes from and what was made of it. */
export interface Lineage {
  readonly artifact: ArtifactReference;
  /** The step that made it and those before, nearest first. */
  readonly from: readonly LineageStep[];
  /** Parameters of the run that the artifact depends on, without files. */
  readonly parameters: Readonly<Record<string, Exclude<ParameterValue, FileReference>>>;
  /** Files that were read, by parameter. */
  readonly files: Readonly<Record<string, FileReference['file']>>;
  /** Steps that read it or what was made of it, in every run of its pipeline that has it; newest run first. */
  readonly usedBy: readonly LineageStep[];
  /** Model versions that are it or were made of it. */
  readonly versions: readonly Pick<ModelVersion, 'model' | 'version'>[];
}
