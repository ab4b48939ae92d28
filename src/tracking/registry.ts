import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { Verdict } from './verdict.ts';

/** A fitted model under a name and a number. */
export interface ModelVersion {
  readonly v: 1;
  readonly model: string;
  /** 1, 2, 3 … never used again. */
  readonly version: number;
  readonly artifact: ArtifactReference;
  readonly run: string;
  /** Key of the step record that registered it; (model, run, stepKey) is its identity, so a retry makes no second one. */
  readonly stepKey: string;
  readonly metrics: Readonly<Record<string, number>>;
  readonly verdict?: Verdict;
  readonly createdAtMs: number;
}

/** What serves a model's endpoint. */
export interface Release {
  readonly v: 1;
  readonly model: string;
  readonly champion: number;
  /** Counts changes from 1; a change names the sequence it was decided on. */
  readonly sequence: number;
  readonly sinceMs: number;
}

/** One change of what serves; kept for ever. */
export interface ReleaseChange {
  readonly v: 1;
  readonly model: string;
  readonly sequence: number;
  readonly kind: 'promote' | 'rollback';
  readonly champion: number;
  readonly previous: number | null;
  readonly atMs: number;
  /** On whose word: a run id, or a person. */
  readonly by: string;
  readonly verdict?: Verdict;
}
