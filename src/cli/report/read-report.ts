import { decodeArtifact } from '../../artifacts/decode-artifact.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import type { Verdict } from '../../tracking/verdict.ts';
import { runReport, type RunReport } from './run-report.ts';

/** A run's report, with the reasons of its verdict for people. */
export interface ReadReport {
  readonly report: RunReport;
  readonly verdict: Verdict | undefined;
}

/** Reads all that a report needs from the stores. Throws `artifact.missing` for a verdict that was removed. */
export async function readReport(
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  run: RunRecord,
): Promise<ReadReport> {
  const [steps, data] = await Promise.all([records.steps.list(run.id), records.logs.data(run.id)]);
  const reference = verdictReference(steps);
  const verdict = reference && ((await decodeArtifact(artifacts, reference)) as Verdict);
  return { report: runReport({ run, steps, data, verdict, uri: (key) => artifacts.uri(key) }), verdict };
}

function verdictReference(steps: readonly StepRecord[]) {
  return steps
    .flatMap(({ outputs }) => Object.values(outputs?.artifacts ?? {}))
    .findLast(({ type }) => type === 'verdict');
}
