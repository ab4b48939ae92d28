import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { PrintedLines } from '../runs/printed/printed-line.ts';
import type { RunObserver } from '../runs/run-observer.ts';
import type { RecordStore } from '../tracking/record-store.ts';
import type { RunOrigin, RunRecord } from '../tracking/run-record.ts';
import type { Scalar } from '../tracking/step-record.ts';
import type { Flavors } from './definitions/stack-definition.ts';
import type { Finding } from './finding.ts';
import type { Schedules } from './schedules.ts';

/** A place to run in, as in ZenML: orchestrator, artifact store, experiment tracker and model deployer under one name. */
export interface Stack {
  readonly name: string;
  /** Component to flavor, for people: `{ orchestrator: 'in-process', … }`. */
  readonly flavors: Flavors;
  readonly records: RecordStore;
  readonly artifacts: ArtifactStore;
  /** What steps of its runs printed. */
  readonly printed: PrintedLines;
  readonly orchestrator: Orchestrator;
  readonly deployer: ModelDeployer;
  /** When its pipelines run by themselves; absent where none does. */
  readonly schedules?: Schedules;
  /** Looks whether what it stands on is in order; with `deep`, at all of it however long it takes. */
  examine(deep: boolean): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/** What a person or a program asks to be run. */
export interface RunRequest {
  readonly pipeline: Pipeline;
  /** As given; a file by path or URI. Checked against the pipeline's declarations by `start`. */
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly useCache: boolean;
  /** The run that this one goes on with or does again; its files must still be what they were. */
  readonly origin?: RunOrigin;
}

export interface Orchestrator {
  /** Starts a run and follows it to its end, telling the observer; resolves with the ended record, failed ones too. */
  run(request: RunRequest, observer: RunObserver): Promise<RunRecord>;
  /** Starts a run that goes on without this process; absent where runs end with it. */
  start?(request: RunRequest): Promise<RunRecord>;
  /** Tells the observer of a run that was started, wherever it goes on, until it has ended or `left` is aborted. */
  follow(run: RunRecord, observer: RunObserver, left?: AbortSignal): Promise<RunRecord>;
  /** Ends a run under way, and what it is at, wherever it runs; the first ending wins, and is answered. */
  stop(run: RunRecord): Promise<RunRecord>;
  /** Stops the runs under way that end with this process; absent where they go on without it. */
  interrupt?(): void;
}

/** An answer of a model's endpoint. */
export interface Invocation {
  readonly status: number;
  readonly body: string;
}

/** A place that answers `POST <url>/models/{model}/invocations`. */
export interface Endpoint {
  /** Without a slash at the end. */
  readonly url: string;
  /** What `curl` needs to be let in, as it stands in a shell. */
  readonly curlOptions: string;
}

export interface ModelDeployer {
  /** Sends a body to `POST /models/{model}/invocations` of this stack and answers what came back. */
  invoke(model: string, body: string, contentType: string): Promise<Invocation>;
  /** Where people can call the models; undefined where nothing serves until `sluice serve` does. */
  readonly endpoint?: Endpoint;
  /** Where bearers of tokens call them, without a slash at the end; undefined where no API asks for tokens. */
  readonly tokenUrl?: string;
}
