/** A file given to a pipeline as a parameter, wherever it lies. */
export interface SourceFile {
  /** Last part of its path, for messages. */
  readonly name: string;
  /** `file:` or `s3:` URI. */
  readonly uri: string;
  /** Hex SHA-256 of its bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Its bytes in order, in chunks of any size. Throws `data.file-changed` if they are no longer those of `sha256`. */
  read(): AsyncIterable<Uint8Array>;
  /**
   * Its bytes from `start` up to `end`, less where the file ends before. The first call reads the file once for its hash.
   * Throws `data.file-changed` if the bytes are no longer those of `sha256`.
   */
  readRange(start: number, end: number): Promise<Uint8Array>;
}
