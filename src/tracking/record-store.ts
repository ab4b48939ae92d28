import type { LogBatch, MetricPoint, RunData } from './metric.ts';
import type { RunQueue } from './queue.ts';
import type { ModelVersion, Release, ReleaseChange } from './registry.ts';
import type { RunEnding, RunRecord } from './run-record.ts';
import type { CacheEntry, StepRecord } from './step-record.ts';
import type { Token } from './tokens/token.ts';

/** A page of a listing; `next` is opaque and absent on the last page. A page may be short and still have a next. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next?: string;
}

export interface PageRequest {
  /** At most this many, 1 to 1,000. */
  readonly limit: number;
  /** `next` of the page before; another text throws `records.bad-cursor`. */
  readonly cursor?: string;
}

/** As in MLflow: a pipeline's runs are one experiment. */
export interface Experiment {
  readonly v: 1;
  /** Decimal. */
  readonly id: string;
  readonly name: string;
  readonly createdAtMs: number;
}

export interface ExperimentStore {
  /** The experiment of that name, made if there is none; two at once get the same. */
  ensure(name: string, atMs: number): Promise<Experiment>;
  get(id: string): Promise<Experiment | undefined>;
  /** By name. */
  list(page: PageRequest): Promise<Page<Experiment>>;
}

export interface RunStore {
  /** `exists` leaves the record as it was. */
  create(run: RunRecord): Promise<'created' | 'exists'>;
  /** Strongly consistent. */
  get(id: string): Promise<RunRecord | undefined>;
  /** Ends a run under way; the first ending wins and is answered. Throws `run.unknown`. */
  finish(id: string, ending: RunEnding): Promise<RunRecord>;
  /** Makes a queued run a running one, and answers the record that then stands. Throws `run.unknown`. */
  admit(id: string): Promise<RunRecord>;
  /** Renews the lease of a run under way; false when it has ended. */
  renewLease(id: string, leaseUntilMs: number): Promise<boolean>;
  /**
   * Removes a run that has ended, with its steps, metrics, parameters and tags; false when there is none or it has not
   * ended. What refers to it stays.
   */
  remove(id: string): Promise<boolean>;
  /** Newest first, ties by id. */
  list(experimentId: string, page: PageRequest): Promise<Page<RunRecord>>;
  /** Ids of the runs of every experiment that begin so, in no order, without reading their records. */
  idsBeginning(prefix: string): Promise<readonly string[]>;
}

export interface StepStore {
  /**
   * Writes a running record unless a later attempt, or a completed or cached one, is there already.
   * Answers what then stands: `begun`, or `superseded` with the record that stands.
   */
  begin(
    record: StepRecord,
  ): Promise<{ readonly state: 'begun' } | { readonly state: 'superseded'; readonly by: StepRecord }>;
  /** Replaces the running record of the same attempt; may be repeated; false when another record stands. */
  commit(record: StepRecord): Promise<boolean>;
  /** Strongly consistent. */
  get(run: string, key: string): Promise<StepRecord | undefined>;
  /** All of a run, by key; strongly consistent. */
  list(run: string): Promise<readonly StepRecord[]>;
}

export interface LogStore {
  /** Safe to repeat. */
  log(run: string, batch: LogBatch): Promise<void>;
  /** Strongly consistent. */
  data(run: string): Promise<RunData>;
  /** All points of a metric by (timestamp, step, value). */
  history(run: string, key: string, page: PageRequest): Promise<Page<MetricPoint>>;
}

export interface CacheStore {
  get(cacheKey: string): Promise<CacheEntry | undefined>;
  /** The last write wins: both were made by the same key. */
  put(cacheKey: string, entry: CacheEntry): Promise<void>;
  remove(cacheKey: string): Promise<void>;
}

export interface RegistryStore {
  /** Gives the next number, or answers the version that this (model, run, stepKey) already made. */
  register(version: Omit<ModelVersion, 'v' | 'version'>): Promise<ModelVersion>;
  version(model: string, version: number): Promise<ModelVersion | undefined>;
  /** Newest first. */
  versions(model: string, page: PageRequest): Promise<Page<ModelVersion>>;
  /** Names of all models, in byte order. */
  models(page: PageRequest): Promise<Page<string>>;
  /** Strongly consistent; undefined while nothing was released. */
  release(model: string): Promise<Release | undefined>;
  /**
   * Makes a version the champion, with the alias and the history, in one transaction.
   * `expectedSequence` is that of the release it was decided on, 0 for none; throws `release.conflict` when it moved,
   * `model.version-unknown` when there is no such version. The same `by` promoting the version that is champion by
   * its word already is answered with what stands, so that it is safe to repeat.
   */
  promote(change: Promotion): Promise<Release>;
  /** Newest first. */
  history(model: string, page: PageRequest): Promise<Page<ReleaseChange>>;
  /** Version of an alias, as `champion`. */
  alias(model: string, alias: string): Promise<number | undefined>;
}

export type Promotion = Pick<ReleaseChange, 'model' | 'kind' | 'champion' | 'atMs' | 'by' | 'verdict'> & {
  readonly expectedSequence: number;
};

export interface TriggerStore {
  /** The first claim of a key within its time wins and may be repeated; others are answered with the winner's run. */
  claim(
    key: string,
    run: string,
    expiresAtMs: number,
    nowMs: number,
  ): Promise<{ readonly run: string; readonly won: boolean }>;
}

export interface QueueStore {
  /** Strongly consistent. */
  get(pipeline: string): Promise<RunQueue>;
  /** Puts a queue in the place of the one whose sequence is one less; false when that is not the one that stands. */
  replace(pipeline: string, queue: RunQueue): Promise<boolean>;
}

export interface TokenStore {
  /** Strongly consistent. */
  get(id: string): Promise<Token | undefined>;
  /**
   * Puts a token in the place of the one whose sequence is one less, 1 being a new one; false when that is not the one
   * that stands.
   */
  replace(token: Token): Promise<boolean>;
  /** Newest first, ties by id. */
  list(page: PageRequest): Promise<Page<Token>>;
}

/** Every record of the system: the one port, an adapter a database, one conformance suite over all. */
export interface RecordStore {
  readonly experiments: ExperimentStore;
  readonly runs: RunStore;
  readonly steps: StepStore;
  readonly logs: LogStore;
  readonly cache: CacheStore;
  readonly registry: RegistryStore;
  readonly triggers: TriggerStore;
  readonly queues: QueueStore;
  readonly tokens: TokenStore;
  close(): Promise<void>;
}
