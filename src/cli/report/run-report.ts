import type { ArtifactReference, ArtifactTypeName } from '../../artifacts/artifact-reference.ts';
import type { ErrorDocument } from '../../errors/sluice-error.ts';
import type { RunData } from '../../tracking/metric.ts';
import type { RunRecord, RunSource, RunStatus } from '../../tracking/run-record.ts';
import type { ReleasedVersion, StepRecord } from '../../tracking/step-record.ts';
import { isUnderWay } from '../../tracking/rules/under-way.ts';
import type { Verdict } from '../../tracking/verdict.ts';

/** A run as `--json` prints it. */
export interface RunReport {
  readonly run: {
    readonly id: string;
    readonly pipeline: string;
    readonly status: RunStatus;
    readonly stack: string;
    /** Null while it runs. */
    readonly durationMs: number | null;
    /** Of its code; null where that was in no repository. */
    readonly source: RunSource | null;
  };
  readonly steps: readonly StepReport[];
  readonly metrics: Readonly<Record<string, number>>;
  readonly verdict: Verdict | null;
  readonly release: ReleasedVersion | null;
  /** Only of a run that did not complete. */
  readonly error?: ErrorDocument;
}

interface StepReport {
  readonly name: string;
  readonly status: 'completed' | 'cached' | 'failed' | 'skipped' | 'running' | 'waiting';
  readonly attempts: number;
  readonly durationMs: number;
  /** Those of a mapped step have the map's index in their name: `score@folds#2`. */
  readonly outputs: Readonly<Record<string, OutputReport>>;
}

interface OutputReport {
  readonly type: ArtifactTypeName;
  readonly uri: string;
  readonly sha256: string;
}

/** Everything a report is made of. */
export interface RunFacts {
  readonly run: RunRecord;
  readonly steps: readonly StepRecord[];
  readonly data: RunData;
  readonly verdict: Verdict | undefined;
  /** URI of an artifact's key. */
  readonly uri: (key: string) => string;
}

/** A run in one document: a pure function of its records. */
export function runReport({ run, steps, data, verdict, uri }: RunFacts): RunReport {
  const { id, pipeline, status, stack, startedAtMs, endedAtMs, source = null } = run;
  const durationMs = endedAtMs === undefined ? null : endedAtMs - startedAtMs;
  return {
    run: { id, pipeline, status, stack, durationMs, source },
    steps: run.plan.map(({ node }) =>
      stepReport(
        node,
        run,
        steps.filter((step) => step.node === node),
        uri,
      ),
    ),
    metrics: Object.fromEntries(Object.entries(data.metrics).map(([key, { value }]) => [key, value])),
    verdict: verdict === undefined ? null : withoutReasons(verdict),
    release: steps.findLast(({ released }) => released)?.released ?? null,
    ...(run.error === undefined ? {} : { error: run.error }),
  };
}

function stepReport(name: string, run: RunRecord, records: readonly StepRecord[], uri: RunFacts['uri']): StepReport {
  return {
    name,
    status: statusOf(records, isUnderWay(run)),
    attempts: Math.max(0, ...records.map(({ attempt }) => attempt + 1)),
    durationMs: durationOf(records),
    outputs: Object.fromEntries(records.flatMap((record) => outputsOf(record, uri))),
  };
}

/** Of a mapped step's records the worst counts; one that was running when its run ended has failed. */
function statusOf(records: readonly StepRecord[], isRunning: boolean): StepReport['status'] {
  const statuses = new Set(records.map(({ status }) => status));
  if (statuses.size === 0) return isRunning ? 'waiting' : 'skipped';
  if (statuses.has('failed')) return 'failed';
  if (statuses.has('running')) return isRunning ? 'running' : 'failed';
  return statuses.has('completed') ? 'completed' : 'cached';
}

function durationOf(records: readonly StepRecord[]): number {
  if (records.length === 0) return 0;
  const startedAtMs = Math.min(...records.map((record) => record.startedAtMs));
  return Math.max(...records.map((record) => record.endedAtMs ?? record.startedAtMs)) - startedAtMs;
}

function outputsOf({ key, node, outputs }: StepRecord, uri: RunFacts['uri']): [string, OutputReport][] {
  const index = key.slice(node.length);
  return Object.entries(outputs?.artifacts ?? {}).map(([name, reference]) => [
    name + index,
    outputReport(reference, uri),
  ]);
}

function outputReport({ type, key, sha256 }: ArtifactReference, uri: RunFacts['uri']): OutputReport {
  return { type, uri: uri(key), sha256 };
}

function withoutReasons({ passed, rules }: Verdict): Verdict {
  return {
    passed,
    rules: rules.map(({ rule, value, limit, passed: rulePassed }) => ({ rule, value, limit, passed: rulePassed })),
  };
}
