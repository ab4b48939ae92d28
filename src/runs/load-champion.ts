import { decodeArtifact } from '../artifacts/decode-artifact.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Model } from '../models/model.ts';
import type { Champion, LostChampion } from '../pipeline/step-context.ts';
import type { Worker } from './worker.ts';

/** A version that serves or served, with its model; a lost one is no reason for its successor to fail. Throws as reading does. */
export async function loadChampion(
  { records, artifacts }: Pick<Worker, 'records' | 'artifacts'>,
  model: string,
  champion: number,
): Promise<Champion | LostChampion> {
  const { version, artifact } = (await records.registry.version(model, champion))!;
  try {
    return { version, model: (await decodeArtifact(artifacts, artifact)) as Model };
  } catch (error) {
    if (!SluiceError.is(error) || !LOST.has(error.code)) throw error;
    return { version, lost: error.message };
  }
}

const LOST: ReadonlySet<string> = new Set(['artifact.missing', 'artifact.damaged']);
