import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import type { FileReference, OutputName, PlannedStep, RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { isFileReference } from '../load.ts';
import { downstream, parametersOf, upstream } from './edges.ts';
import type { FoundArtifact } from './find-artifact.ts';
import type { Lineage, LineageStep } from './lineage.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';

/** Lineage of an artifact both ways; reads every run of its pipeline. */
export async function traceLineage(records: RecordStore, found: FoundArtifact): Promise<Lineage> {
  const { reference, run, step } = found;
  const before = upstream(run.plan, step.node);
  const usedBy = await usesOf(records, found);
  const made = new Set([reference, ...usedBy.flatMap(({ outputs }) => Object.values(outputs))].map(({ key }) => key));
  return {
    artifact: reference,
    from: views(await records.steps.list(run.id), before),
    ...parametersRead(run, before),
    usedBy,
    versions: await versionsOf(records, made),
  };
}

function views(records: readonly StepRecord[], steps: readonly PlannedStep[]): LineageStep[] {
  return steps.flatMap(({ node }) => records.filter((record) => record.node === node).map(view));
}

function view({ run, key, status, cacheKeyParts, outputs }: StepRecord): LineageStep {
  return { run, step: key, status, code: cacheKeyParts?.code ?? null, outputs: outputs?.artifacts ?? {} };
}

function parametersRead(
  { parameters }: RunRecord,
  steps: readonly PlannedStep[],
): Pick<Lineage, 'parameters' | 'files'> {
  const names = new Set(steps.flatMap(parametersOf));
  const read = Object.entries(parameters).filter(([name]) => names.has(name));
  const files = read.flatMap(([name, value]) => (isFileReference(value) ? [[name, value.file] as const] : []));
  const plain = read.flatMap(([name, value]) => (isFileReference(value) ? [] : [[name, value] as const]));
  return { files: Object.fromEntries<FileReference['file']>(files), parameters: Object.fromEntries(plain) };
}

async function usesOf(records: RecordStore, { reference, run: { pipeline } }: FoundArtifact): Promise<LineageStep[]> {
  const uses: LineageStep[] = [];
  for await (const run of pipelineRuns(records, pipeline)) {
    const steps = await records.steps.list(run.id);
    const made = makerOf(steps, reference.key);
    if (made) uses.push(...views(steps, downstream(run.plan, made)));
  }
  return uses;
}

function makerOf(steps: readonly StepRecord[], key: string): OutputName | undefined {
  for (const { node, outputs } of steps) {
    const output = Object.entries(outputs?.artifacts ?? {}).find(([, reference]) => reference.key === key)?.[0];
    if (output !== undefined) return { node, output };
  }
  return undefined;
}

async function versionsOf({ registry }: RecordStore, keys: ReadonlySet<string>): Promise<Lineage['versions']> {
  const found: { model: string; version: number }[] = [];
  for await (const model of everyItem((page) => registry.models(page))) {
    for await (const { version, artifact } of everyItem((page) => registry.versions(model, page))) {
      if (keys.has(artifact.key)) found.push({ model, version });
    }
  }
  return found;
}
