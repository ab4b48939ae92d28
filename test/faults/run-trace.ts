import type { RunRecord } from '../../src/tracking/run-record.ts';
import type { Stack } from '../../src/stacks/stack.ts';
import { everyItem } from '../../src/tracking/pages/every-item.ts';
import { collect } from '../collect.ts';

/** What a run left behind of what every run with its parameters leaves. */
export interface RunTrace {
  readonly status: string;
  readonly steps: readonly (readonly [key: string, status: string])[];
  /** Hashes by step and output, of the steps that know nothing of a champion. */
  readonly artifacts: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** All points of each metric, in the order of its history. */
  readonly metrics: Readonly<Record<string, readonly (readonly [step: number, value: number])[]>>;
  readonly parameters: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  /** Versions of models that it registered. */
  readonly versions: number;
}

/** These name the champion, which another run may have changed. */
const AFTER_CHAMPION = new Set(['gate', 'report', 'release']);

/** Reads what a run left behind. */
export async function traceRun({ records }: Pick<Stack, 'records'>, run: RunRecord): Promise<RunTrace> {
  const steps = await records.steps.list(run.id);
  const { metrics, parameters, tags } = await records.logs.data(run.id);
  const histories = Object.keys(metrics).map(async (key) => {
    const points = await collect(everyItem((page) => records.logs.history(run.id, key, page)));
    return [key, points.map(({ step, value }) => [step, value] as const)] as const;
  });
  const artifacts = steps
    .filter(({ key }) => !AFTER_CHAMPION.has(key))
    .map(({ key, outputs }) => {
      const hashes = Object.entries(outputs?.artifacts ?? {}).map(([name, { sha256 }]) => [name, sha256]);
      return [key, Object.fromEntries(hashes)];
    });
  return {
    status: run.status,
    steps: steps.map(({ key, status }) => [key, status]),
    artifacts: Object.fromEntries(artifacts),
    metrics: Object.fromEntries(await Promise.all(histories)),
    parameters,
    tags: Object.keys(tags),
    versions: await countVersions(records, run),
  };
}

async function countVersions({ registry }: Stack['records'], { id, pipeline }: RunRecord): Promise<number> {
  const versions = await collect(everyItem((page) => registry.versions(pipeline, page)));
  return versions.filter(({ run }) => run === id).length;
}
