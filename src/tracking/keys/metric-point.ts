import type { MetricPoint } from '../metric.ts';
import { decodeDouble, encodeDouble } from './double.ts';
import { decodeInteger, encodeInteger } from './integer.ts';

const integerLength = 16;

/** Where a point stands in its metric's history: by timestamp, step, value; the text is the whole point but its key. */
export function encodeHistoryPosition(point: MetricPoint): string {
  return encodeInteger(point.timestampMs) + encodeInteger(point.step) + encodeDouble(point.value);
}

/** The point of a history position. */
export function decodeHistoryPosition(key: string, position: string): MetricPoint {
  const [timestampMs, step, value] = parts(position);
  return { key, value, step, timestampMs };
}

/** The greatest rank of a metric's points is its latest: greatest step, then timestamp, then value (NaN last). */
export function encodeRank(point: MetricPoint): string {
  return encodeInteger(point.step) + encodeInteger(point.timestampMs) + encodeDouble(point.value);
}

/** The point of a rank. */
export function decodeRank(key: string, rank: string): MetricPoint {
  const [step, timestampMs, value] = parts(rank);
  return { key, value, step, timestampMs };
}

/** The latest point of each metric. */
export function latestByKey(points: readonly MetricPoint[]): ReadonlyMap<string, MetricPoint> {
  const latest = new Map<string, MetricPoint>();
  for (const point of points) {
    const known = latest.get(point.key);
    if (!known || encodeRank(known) < encodeRank(point)) latest.set(point.key, point);
  }
  return latest;
}

function parts(text: string): [number, number, number] {
  return [
    decodeInteger(text.slice(0, integerLength)),
    decodeInteger(text.slice(integerLength, 2 * integerLength)),
    decodeDouble(text.slice(2 * integerLength)),
  ];
}
