/**
 * Bytes by key: the port behind every artifact. Keys are relative, `/`-separated, of `[A-Za-z0-9._=@#-]` parts.
 * Two namespaces: under `artifacts/` a key is written once and never changes; under `runs/` it may be replaced.
 */
export interface ArtifactStore {
  /** Writes whole or not at all; an existing key keeps its bytes and is renewed. For `artifacts/`. */
  create(key: string, bytes: Uint8Array): Promise<'created' | 'exists'>;
  /** As `create`, from a local file, without holding it in memory. */
  createFromFile(key: string, path: string): Promise<'created' | 'exists'>;
  /** Writes whole or not at all, over what was there. For `runs/`. */
  replace(key: string, bytes: Uint8Array): Promise<void>;
  /** All bytes of a key; undefined if there is none. */
  read(key: string): Promise<Uint8Array | undefined>;
  /** The bytes in chunks; throws `artifact.missing` at the first chunk if there is no such key. */
  stream(key: string): AsyncIterable<Uint8Array>;
  /** The bytes from `start` up to `end`, or as many as there are; throws `artifact.missing` if there is no such key. */
  readRange(key: string, start: number, end: number): Promise<Uint8Array>;
  /** Size in bytes; undefined if there is no such key. */
  size(key: string): Promise<number | undefined>;
  /**
   * Sees to it that a key's last change is less than half of `UNREFERENCED_MS` ago, so that nothing takes it for
   * garbage before it is referred to; false if there is no such key.
   */
  renew(key: string): Promise<boolean>;
  /** Keys that start with the prefix, in byte order, with size and last change (ms since 1970). */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Removes a key; one that is not there is no error. */
  remove(key: string): Promise<void>;
  /** What writes that were killed have left behind, and those under way have begun. */
  leftovers(): AsyncIterable<Leftover>;
  /** `file:` or `s3:` URI of a key. */
  uri(key: string): string;
}

export interface StoredObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly modifiedAtMs: number;
}

/** The part of a write that has not come to its end. */
export interface Leftover {
  readonly sizeBytes: number;
  /** Of the last change that is known. */
  readonly modifiedAtMs: number;
  /** Throws as the store's writes do; one that is gone meanwhile is no error. */
  remove(): Promise<void>;
}
