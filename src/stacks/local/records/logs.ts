import {
  decodeHistoryPosition,
  decodeRank,
  encodeHistoryPosition,
  encodeRank,
  latestByKey,
} from '../../../tracking/keys/metric-point.ts';
import type { MetricPoint } from '../../../tracking/metric.ts';
import { endPage, startPage } from '../../../tracking/pages/page.ts';
import type { LogStore } from '../../../tracking/record-store.ts';
import { checkBatch } from '../../../tracking/rules/batch.ts';
import { newParameters } from '../../../tracking/rules/parameter-conflict.ts';
import type { Database } from './database.ts';

interface ValueRow {
  readonly key: string;
  readonly value: string;
}

/** Metrics, parameters and tags in SQLite. */
export function sqliteLogs(database: Database): LogStore {
  const parameters = database.prepare<ValueRow>('SELECT key, value FROM parameters WHERE run_id = ?');
  const insertParameter = database.prepare('INSERT INTO parameters (run_id, key, value) VALUES (?, ?, ?)');
  const tags = database.prepare<ValueRow>('SELECT key, value FROM tags WHERE run_id = ?');
  const upsertTag = database.prepare(
    'INSERT INTO tags (run_id, key, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
  );
  const logMetrics = metricLogger(database);
  const latest = database.prepare<{ key: string; rank: string }>(
    'SELECT key, rank FROM latest_metrics WHERE run_id = ?',
  );
  const after = database.prepare<{ position: string }>(
    'SELECT position FROM metric_points WHERE run_id = ? AND key = ? AND position > ? ORDER BY position LIMIT ?',
  );

  return {
    async log(run, batch) {
      checkBatch(batch);
      database.write(() => {
        const stored = new Map(parameters.all(run).map(({ key, value }) => [key, value]));
        const missing = newParameters(stored, batch.parameters ?? {});
        for (const [key, value] of missing) insertParameter.run(run, key, value);
        logMetrics(run, batch.metrics ?? []);
        for (const [key, value] of Object.entries(batch.tags ?? {})) upsertTag.run(run, key, value);
      });
    },
    async data(run) {
      return {
        metrics: Object.fromEntries(latest.all(run).map(({ key, rank }) => [key, decodeRank(key, rank)])),
        parameters: toRecord(parameters.all(run)),
        tags: toRecord(tags.all(run)),
      };
    },
    async history(run, key, request) {
      const listing = ['history', run, key] as const;
      const start = startPage(listing, request);
      const rows = after.all(run, key, start.after ?? '', start.rows);
      const points = rows.map(({ position }) => decodeHistoryPosition(key, position));
      return endPage(listing, start, points, encodeHistoryPosition);
    },
  };
}

function metricLogger(database: Database): (run: string, points: readonly MetricPoint[]) => void {
  const insertPoint = database.prepare(
    'INSERT INTO metric_points (run_id, key, position) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const raiseLatest = database.prepare(
    `INSERT INTO latest_metrics (run_id, key, rank) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET rank = excluded.rank WHERE excluded.rank > rank`,
  );
  return (run, points) => {
    for (const point of points) insertPoint.run(run, point.key, encodeHistoryPosition(point));
    for (const [key, point] of latestByKey(points)) raiseLatest.run(run, key, encodeRank(point));
  };
}

function toRecord(rows: readonly ValueRow[]): Record<string, string> {
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}
