import { createHash } from 'node:crypto';
import type { ArtifactStore } from '../../src/artifacts/artifact-store.ts';
import { collect } from '../collect.ts';

/** Keys of artifacts whose bytes are not those that their names tell; of profiles, those that are no JSON. */
export async function tornArtifacts(store: ArtifactStore): Promise<readonly string[]> {
  const torn: string[] = [];
  for (const { key } of await collect(store.list('artifacts/'))) {
    const bytes = Buffer.from((await store.read(key))!);
    if (key.endsWith('.json') ? !isJson(bytes.toString()) : sha256(bytes) !== key.split('/').at(-1)) torn.push(key);
  }
  return torn;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
