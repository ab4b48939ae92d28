import { decodeArtifact } from '../artifacts/decode-artifact.ts';
import type { ArtifactStore } from '../artifacts/artifact-store.ts';
import { openTable } from '../artifacts/open-table.ts';
import { canonicalJson } from '../data/canonical-json.ts';
import type { SourceFile } from '../data/source-file.ts';
import type { FileReference } from '../tracking/run-record.ts';
import { sha256 } from '../data/sha256.ts';
import { inLanes } from './in-lanes.ts';
import { listItems } from './list-items.ts';
import type { Source } from './source.ts';

export interface Loader {
  readonly artifacts: ArtifactStore;
  readonly openFile: (reference: FileReference) => Promise<SourceFile>;
}

/** The value that a step is handed for a source, of a table that it takes so as a stream. */
export async function load(source: Source, loader: Loader, streamed = false): Promise<unknown> {
  switch (source.kind) {
    case 'artifact':
      return streamed
        ? openTable(loader.artifacts, source.reference)
        : decodeArtifact(loader.artifacts, source.reference);
    case 'item':
      return structuredClone((await listItems(loader.artifacts, source.list))[source.index]);
    case 'gathered':
      return inLanes(source.items, (item) => load(item, loader));
    case 'value':
      return isFileReference(source.value) ? loader.openFile(source.value) : source.value;
  }
}

/** The hash of what a source holds, without loading artifacts; an item is hashed alone, so that its neighbours do not matter. */
export async function hashOf(source: Source, loader: Loader): Promise<string> {
  switch (source.kind) {
    case 'artifact':
      return source.reference.sha256;
    case 'item':
      return sha256(canonicalJson((await load(source, loader)) as never));
    case 'gathered':
      return sha256((await inLanes(source.items, (item) => hashOf(item, loader))).join());
    case 'value':
      return isFileReference(source.value) ? source.value.file.sha256 : sha256(canonicalJson(source.value));
  }
}

/** What a source holds in readable form where that is short: canonical JSON of a value, the hash of anything else. */
export async function textOf(source: Source, loader: Loader): Promise<string> {
  const isPlain = source.kind === 'value' && !isFileReference(source.value);
  return isPlain ? canonicalJson(source.value) : hashOf(source, loader);
}

/** Whether a parameter's value is a file. */
export function isFileReference(value: unknown): value is FileReference {
  return typeof value === 'object' && value !== null && 'file' in value;
}
