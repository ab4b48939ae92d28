import type { ArtifactReference } from '../../artifacts/artifact-reference.ts';
import { decodeArtifact } from '../../artifacts/decode-artifact.ts';
import { toErrorDocument } from '../../errors/error-document.ts';
import { SluiceError, type ErrorDocument } from '../../errors/sluice-error.ts';
import type { Stack } from '../../stacks/stack.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import type { Verdict } from '../../tracking/verdict.ts';
import { runReport, type RunReport } from './run-report.ts';

/** A run's report, with the reasons of its verdict for people. */
export interface ReadReport {
  readonly report: RunReport;
  readonly verdict: Verdict | undefined;
  /** Why the verdict is not told when its artifact was removed or damaged: all else of the run is in the records. */
  readonly lost?: ErrorDocument;
}

/** Reads all that a report needs from the stores. */
export async function readReport(
  { records, artifacts }: Pick<Stack, 'records' | 'artifacts'>,
  run: RunRecord,
): Promise<ReadReport> {
  const [steps, data] = await Promise.all([records.steps.list(run.id), records.logs.data(run.id)]);
  const { verdict, ...lost } = await readVerdict(artifacts, verdictReference(steps));
  return { report: runReport({ run, steps, data, verdict, uri: (key) => artifacts.uri(key) }), verdict, ...lost };
}

async function readVerdict(
  artifacts: Stack['artifacts'],
  reference: ArtifactReference | undefined,
): Promise<Pick<ReadReport, 'verdict' | 'lost'>> {
  if (reference === undefined) return { verdict: undefined };
  try {
    return { verdict: (await decodeArtifact(artifacts, reference)) as Verdict };
  } catch (error) {
    const isLost = SluiceError.is(error) && ['artifact.missing', 'artifact.damaged'].includes(error.code);
    if (!isLost) throw error;
    return { verdict: undefined, lost: toErrorDocument(error) };
  }
}

function verdictReference(steps: readonly StepRecord[]) {
  return steps
    .flatMap(({ outputs }) => Object.values(outputs?.artifacts ?? {}))
    .findLast(({ type }) => type === 'verdict');
}
