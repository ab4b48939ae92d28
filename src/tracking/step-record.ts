import type { ArtifactReference } from '../artifacts/artifact-reference.ts';
import type { ErrorDocument } from '../errors/sluice-error.ts';

/** Crosses states by value; a text is at most 1 KiB of UTF-8. */
export type Scalar = boolean | number | string;

/** Parameters, metrics and tags as they are written down. */
export interface LoggedFacts {
  readonly parameters: Readonly<Record<string, string>>;
  /** In logged order; no time in them, so that a log is as reproducible as an artifact. */
  readonly metrics: readonly { readonly key: string; readonly value: number; readonly step: number }[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What a step said of itself; replayed when its outputs are reused. */
export interface StepLog extends LoggedFacts {
  /** What was written down of the models it gave, without a word of its own; named when the step is committed. */
  readonly models?: LoggedFacts;
}

/** What a step made: artifacts by reference, and declared scalars by value. */
export interface StepOutputs {
  readonly artifacts: Readonly<Record<string, ArtifactReference>>;
  readonly scalars: Readonly<Record<string, Scalar>>;
}

/** What a cache key was made of, part by part in readable form. */
export interface CacheKeyParts {
  /** Hash of the step's reachable code and of the packages it imports. */
  readonly code: string;
  /** Name to canonical JSON; of a file, or of what a map gathered, the hash. */
  readonly parameters: Readonly<Record<string, string>>;
  /** Name to hash. */
  readonly inputs: Readonly<Record<string, string>>;
}

/** A version that a step released. */
export interface ReleasedVersion {
  readonly model: string;
  readonly version: number;
  readonly alias: string;
  /** It served already, so nothing was registered or promoted. */
  readonly unchanged?: true;
}

/**
 * Nothing was known of the cache key; or it was, but an artifact is gone or another champion serves than was read; or the
 * step or the run takes no reuse.
 */
export type NotReused = 'nothing-known' | 'artifact-gone' | 'champion-changed' | 'off-for-step' | 'off-for-run';

/** One step of one run; its identity is (run, key). */
export interface StepRecord {
  readonly v: 1;
  readonly run: string;
  /** `<node>`, or inside maps `<node>@<map>#<index>…`, outermost first. */
  readonly key: string;
  readonly node: string;
  readonly step: string;
  readonly status: 'running' | 'completed' | 'cached' | 'failed';
  /** From 0; a retry has the next. */
  readonly attempt: number;
  readonly startedAtMs: number;
  readonly endedAtMs?: number;
  readonly cacheKey?: string;
  readonly cacheKeyParts?: CacheKeyParts;
  /** The run whose outputs were reused. */
  readonly cachedFrom?: string;
  /** Why outputs were not reused, of a step that ran. */
  readonly notReused?: NotReused;
  readonly outputs?: StepOutputs;
  readonly log?: StepLog;
  readonly released?: ReleasedVersion;
  readonly error?: ErrorDocument;
}

/** What a step found when it asked which version of a model serves; without a version, none. */
export interface ChampionRead {
  readonly model: string;
  readonly version?: number;
}

/** What a cache key leads to. */
export interface CacheEntry {
  readonly run: string;
  readonly parts: CacheKeyParts;
  readonly outputs: StepOutputs;
  readonly log: StepLog;
  /** The champions that the step read, which are no part of the key; of steps that may read them. */
  readonly champions?: readonly ChampionRead[];
}
