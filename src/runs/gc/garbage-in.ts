import type { ArtifactStore, StoredObject } from '../../artifacts/artifact-store.ts';
import { tableKeyOf } from '../../artifacts/profiles.ts';
import type { Survey } from './survey.ts';

/** What lies in a store and is referred to by nothing that stays, however young it is. */
export async function* garbageIn(
  artifacts: ArtifactStore,
  { live, kept }: Pick<Survey, 'live' | 'kept'>,
): AsyncGenerator<StoredObject> {
  for await (const object of artifacts.list('artifacts/')) {
    if (!live.has(artifacts.uri(tableKeyOf(object.key) ?? object.key))) yield object;
  }
  for await (const object of artifacts.list('runs/')) {
    if (!kept.has(object.key.split('/')[1]!)) yield object;
  }
}
