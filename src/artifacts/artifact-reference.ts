/** Names of the artifact types, one codec each. */
export type ArtifactTypeName = 'table' | 'model' | 'metrics' | 'verdict' | 'json' | 'list' | 'markdown' | 'scalar';

/** Where an immutable artifact lies and what it is; says nothing of run, time or place. */
export interface ArtifactReference {
  readonly type: ArtifactTypeName;
  /** Key in the artifact store: `artifacts/<pipeline>/<step>/<output>/<sha256>`. */
  readonly key: string;
  /** Hex SHA-256 of the bytes. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** Rows of a table, items of a list. */
  readonly count?: number;
}
