import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from 'vitest';
import type { ArtifactStore, StoredObject } from '../../../src/artifacts/artifact-store.ts';
import { collect } from '../../collect.ts';

/** A store to try, and another way into the same artifacts. */
export interface OpenedArtifacts {
  readonly store: ArtifactStore;
  readonly second: ArtifactStore;
  close(): Promise<void>;
}

export type OpenArtifacts = () => Promise<OpenedArtifacts>;

/** Opens before the tests of a describe block and closes after them. */
export function opened(open: OpenArtifacts): () => OpenedArtifacts {
  let artifacts: OpenedArtifacts | undefined;
  beforeAll(async () => {
    artifacts = await open();
  });
  afterAll(async () => artifacts?.close());
  return () => artifacts ?? notOpen();
}

/** The start of keys that no other test uses. */
export function newFolder(): string {
  return `artifacts/test-${randomUUID()}`;
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

export async function textAt(store: ArtifactStore, key: string): Promise<string | undefined> {
  const bytes = await store.read(key);
  return bytes && new TextDecoder().decode(bytes);
}

export async function listed(store: ArtifactStore, prefix: string): Promise<StoredObject[]> {
  return collect(store.list(prefix));
}

export async function listedKeys(store: ArtifactStore, prefix: string): Promise<string[]> {
  return (await listed(store, prefix)).map(({ key }) => key);
}

function notOpen(): never {
  throw new Error('the artifacts are open only inside a test');
}
