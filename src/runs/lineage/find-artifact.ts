import type { ArtifactReference } from '../../artifacts/artifact-reference.ts';
import { SluiceError } from '../../errors/sluice-error.ts';
import type { RecordStore } from '../../tracking/record-store.ts';
import { unknownVersion } from '../../tracking/rules/unknown-version.ts';
import type { RunRecord } from '../../tracking/run-record.ts';
import type { StepRecord } from '../../tracking/step-record.ts';
import { pipelineRuns } from '../../tracking/pages/pipeline-runs.ts';

/** An artifact and a step that gave it. */
export interface FoundArtifact {
  readonly reference: ArtifactReference;
  readonly run: RunRecord;
  readonly step: StepRecord;
}

/** A key with its pipeline at the end of a URI; the store itself may lie below a folder of the name `artifacts`. */
const KEY = /(?:^|\/)(artifacts\/([^/]+)(?:\/[^/]+){3})$/;

/**
 * Finds an artifact by `MODEL@VERSION`, `MODEL@champion`, its URI, its key, or the first eight or more digits of its
 * hash. Throws `model.version-unknown` and `artifact.unknown`.
 */
export async function findArtifact(records: RecordStore, name: string): Promise<FoundArtifact> {
  const version = /^([^@/]+)@([^@/]+)$/.exec(name);
  const found = version ? await ofVersion(records, version[1]!, version[2]!) : await ofText(records, name);
  if (found) return found;
  throw new SluiceError({
    code: 'artifact.unknown',
    message: 'no run of this stack has such an artifact',
    seen: name.slice(0, 200),
    allowed:
      'RUN/STEP.OUTPUT, MODEL@VERSION, MODEL@champion, the URI of an artifact, or eight or more digits of its SHA-256',
    mend: '`sluice show RUN --json` lists the artifacts of a run',
  });
}

async function ofVersion(records: RecordStore, model: string, word: string): Promise<FoundArtifact | undefined> {
  const number = /^\d+$/.test(word) ? Number(word) : await records.registry.alias(model, word);
  const version = number === undefined ? undefined : await records.registry.version(model, number);
  if (version === undefined) throw unknownVersion(model, word);
  const run = await records.runs.get(version.run);
  return run && inRun(records, run, ({ key }) => key === version.artifact.key);
}

async function ofText(records: RecordStore, text: string): Promise<FoundArtifact | undefined> {
  const matches = matcherOf(text);
  if (matches === undefined) return undefined;
  for await (const run of pipelineRuns(records, KEY.exec(text)?.[2])) {
    const found = await inRun(records, run, matches);
    if (found) return found;
  }
  return undefined;
}

function matcherOf(text: string): ((reference: ArtifactReference) => boolean) | undefined {
  if (/^[0-9a-f]{8,64}$/.test(text)) return ({ sha256 }) => sha256.startsWith(text);
  const key = KEY.exec(text)?.[1];
  return key === undefined ? undefined : (reference) => reference.key === key;
}

async function inRun(
  records: RecordStore,
  run: RunRecord,
  matches: (reference: ArtifactReference) => boolean,
): Promise<FoundArtifact | undefined> {
  for (const step of await records.steps.list(run.id)) {
    const reference = Object.values(step.outputs?.artifacts ?? {}).find(matches);
    if (reference) return { reference, run, step };
  }
  return undefined;
}
