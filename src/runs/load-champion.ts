import { decodeArtifact } from '../artifacts/decode-artifact.ts';
import type { Model } from '../models/model.ts';
import type { Champion } from '../pipeline/step-context.ts';
import type { Worker } from './worker.ts';

/** A version that serves or served, with its model. Throws `artifact.missing`. */
export async function loadChampion(
  { records, artifacts }: Pick<Worker, 'records' | 'artifacts'>,
  model: string,
  champion: number,
): Promise<Champion> {
  const { version, artifact } = (await records.registry.version(model, champion))!;
  return { version, model: (await decodeArtifact(artifacts, artifact)) as Model };
}
