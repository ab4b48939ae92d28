/**
 * What brings a store from each schema version to the next, from an empty file on; `PRAGMA user_version` counts those
 * applied. An entry is never changed once released. Text columns named `position` and `rank` come from src/tracking/keys.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE experiments (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    created_at_ms INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE runs (
    id TEXT PRIMARY KEY,
    experiment_id TEXT NOT NULL,
    position TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX runs_newest_first ON runs (experiment_id, position);

  CREATE TABLE steps (
    run_id TEXT NOT NULL,
    key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
  ) STRICT;

  CREATE TABLE parameters (
    run_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
  ) STRICT;
  CREATE TABLE tags (
    run_id TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
  ) STRICT;
  CREATE TABLE latest_metrics (
    run_id TEXT NOT NULL,
    key TEXT NOT NULL,
    rank TEXT NOT NULL,
    PRIMARY KEY (run_id, key)
  ) STRICT;
  CREATE TABLE metric_points (
    run_id TEXT NOT NULL,
    key TEXT NOT NULL,
    position TEXT NOT NULL,
    PRIMARY KEY (run_id, key, position)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cache (
    key TEXT PRIMARY KEY,
    document TEXT NOT NULL
  ) STRICT;

  CREATE TABLE models (
    name TEXT PRIMARY KEY,
    latest_version INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE model_versions (
    model TEXT NOT NULL,
    version INTEGER NOT NULL,
    run_id TEXT NOT NULL,
    step_key TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (model, version),
    UNIQUE (model, run_id, step_key)
  ) STRICT;
  CREATE TABLE aliases (
    model TEXT NOT NULL,
    alias TEXT NOT NULL,
    version INTEGER NOT NULL,
    PRIMARY KEY (model, alias)
  ) STRICT;
  CREATE TABLE releases (
    model TEXT PRIMARY KEY,
    document TEXT NOT NULL
  ) STRICT;
  CREATE TABLE release_changes (
    model TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (model, sequence)
  ) STRICT;

  CREATE TABLE trigger_claims (
    key TEXT PRIMARY KEY,
    run_id TEXT NOT NULL,
    expires_at_ms INTEGER NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE run_queues (
    pipeline TEXT PRIMARY KEY,
    sequence INTEGER NOT NULL,
    runs TEXT NOT NULL
  ) STRICT;
  `,
  `
  CREATE TABLE tokens (
    id TEXT PRIMARY KEY,
    position TEXT NOT NULL,
    document TEXT NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX tokens_newest_first ON tokens (position);
  `,
];
