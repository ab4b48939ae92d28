import type { ErrorDocument } from '../errors/sluice-error.ts';

/** A queued run waits until no other of its pipeline is under way. */
export type RunStatus = 'queued' | 'running' | 'completed' | 'failed' | 'stopped' | 'timed-out' | 'interrupted';

export type Trigger =
  | { readonly kind: 'command' }
  | { readonly kind: 'schedule'; readonly rule: string }
  | { readonly kind: 'new-data'; readonly object: string }
  | { readonly kind: 'event'; readonly source: string }
  | { readonly kind: 'console' };

/** A parameter's value as a run holds it. */
export type ParameterValue = number | string | boolean | FileReference;

/** A file parameter: where it lies and what its bytes were. */
export interface FileReference {
  readonly file: {
    /** `file:` or `s3:` URI. */
    readonly uri: string;
    readonly name: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  };
}

/** An output of a step, or (with the node `params`) a parameter of the pipeline. */
export interface OutputName {
  readonly node: string;
  readonly output: string;
}

/** A step of the graph and what it reads: the edges of a run's lineage. */
export interface PlannedStep {
  readonly node: string;
  readonly step: string;
  /** By input; what comes through a map is named by the step that made it. */
  readonly inputs: Readonly<Record<string, OutputName>>;
  /** By parameter; literals are left out. */
  readonly parameters: Readonly<Record<string, OutputName>>;
}

/** One execution of a pipeline. */
export interface RunRecord {
  /** Schema version of this record. */
  readonly v: 1;
  /** 32 hex digits: MLflow's run id and the name of the Step Functions execution. */
  readonly id: string;
  readonly experimentId: string;
  readonly pipeline: string;
  readonly stack: string;
  readonly status: RunStatus;
  readonly trigger: Trigger;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** Every step of the graph in declared order, so that what did not run can be shown as skipped. */
  readonly plan: readonly PlannedStep[];
  /** Whether outputs of earlier runs may be reused. */
  readonly useCache: boolean;
  /** The run that this one goes on with, or does again to compare. */
  readonly origin?: RunOrigin;
  /** Of the code that it runs; absent where that is in no repository. */
  readonly source?: RunSource;
  /** How long it may take. */
  readonly timeoutMs?: number;
  readonly startedAtMs: number;
  readonly endedAtMs?: number;
  /** In process only: when to take the run for dead unless it is renewed. */
  readonly leaseUntilMs?: number;
  /** In process only: what runs it, so that its death is seen at once on the same host. */
  readonly process?: { readonly host: string; readonly pid: number };
  readonly error?: ErrorDocument;
}

/** A state of the code in git. */
export interface RunSource {
  /** Hex hash. */
  readonly commit: string;
  /** Whether files were changed since. */
  readonly dirty: boolean;
}

/** A run resumed takes what is still valid from the cache; a replay does all again, and changes no registry. */
export interface RunOrigin {
  readonly kind: 'resume' | 'replay';
  readonly run: string;
}

/** How a run ended. */
export interface RunEnding {
  readonly status: Exclude<RunStatus, 'queued' | 'running'>;
  readonly endedAtMs: number;
  readonly error?: ErrorDocument;
}
