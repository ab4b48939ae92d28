import { encodeHistoryPosition, encodeRank, latestByKey } from '../../../tracking/keys/metric-point.ts';
import type { MetricPoint } from '../../../tracking/metric.ts';
import { newParameters, parameterConflict } from '../../../tracking/rules/parameter-conflict.ts';
import { isAbsentOrHas, type Condition } from './condition.ts';
import { inGroups } from './groups.ts';
import { encodeItem, itemReader, type Versioned } from './item.ts';
import { metricKey, parameterKey, pointKey, tagKey } from './keys.ts';
import { getItems } from './read.ts';
import type { Table } from './table.ts';
import { putItemIf, putItems, setFieldsIf } from './write.ts';

/** A parameter or a tag of a run. */
interface Text extends Versioned {
  readonly key: string;
  readonly value: string;
}

/** The latest point of a metric. */
interface Rank extends Versioned {
  readonly rank: string;
}

export const readText = itemReader<Text>({ key: 'S', value: 'S' });
export const readRank = itemReader<Rank>({ rank: 'S' });

const requestsAtOnce = 25;

/**
 * Puts the parameters that are not there; throws `tracking.parameter-conflict`, before any is written unless another
 * process logs the same one at that moment.
 */
export async function putParameters(
  table: Table,
  run: string,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  const items = await getItems(
    table,
    Object.keys(wanted).map((key) => parameterKey(run, key)),
  );
  const stored = items.map(readText);
  const missing = newParameters(new Map(stored.map(({ key, value }) => [key, value])), wanted);
  for (const group of inGroups(missing, requestsAtOnce)) {
    await Promise.all(group.map(([key, value]) => putParameter(table, run, { v: 1, key, value })));
  }
}

/** Conditional, because another process may have put it since it was looked for. */
async function putParameter(table: Table, run: string, parameter: Text): Promise<void> {
  const { key, value } = parameter;
  const put = await putItemIf(table, encodeItem(parameterKey(run, key), parameter), isAbsentOrHas('value', value));
  if (put.state === 'refused') throw parameterConflict(key, readText(put.standing!).value, value);
}

/** Puts points, each at its place in its history, then raises the latest of their metrics. */
export async function putMetrics(table: Table, run: string, points: readonly MetricPoint[]): Promise<void> {
  const keys = new Map(points.map((point) => [point.key + encodeHistoryPosition(point), point]));
  const items = [...keys.values()].map((point) =>
    encodeItem(pointKey(run, point.key, encodeHistoryPosition(point)), { v: 1 }),
  );
  await putItems(table, items);
  for (const group of inGroups([...latestByKey(points).values()], requestsAtOnce)) {
    await Promise.all(group.map((point) => raiseLatest(table, run, point)));
  }
}

/** Refused when a later point stands already, which is as good. */
async function raiseLatest(table: Table, run: string, point: MetricPoint): Promise<void> {
  const latest: Rank = { v: 1, rank: encodeRank(point) };
  await setFieldsIf(table, metricKey(run, point.key), latest, isLaterThanLatest(latest.rank));
}

function isLaterThanLatest(rank: string): Condition {
  return {
    expression: 'attribute_not_exists(#rank) OR #rank < :rank',
    names: { '#rank': 'rank' },
    values: { ':rank': rank },
  };
}

/** Puts tags, whatever they were. */
export async function putTags(table: Table, run: string, tags: Readonly<Record<string, string>>): Promise<void> {
  const texts = Object.entries(tags).map(([key, value]): Text => ({ v: 1, key, value }));
  await putItems(
    table,
    texts.map((text) => encodeItem(tagKey(run, text.key), text)),
  );
}
