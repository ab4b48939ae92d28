import type { StepRecord } from '../../tracking/step-record.ts';
import { formatDuration } from '../report/format-duration.ts';

/** How lines are written. */
export interface LineStyle {
  /** Of the column of names. */
  readonly width: number;
  readonly hasColor: boolean;
}

/** Items of a map that ended well. */
export interface MapItems {
  readonly node: string;
  readonly count: number;
  readonly cachedCount: number;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
}

type EndedStatus = Exclude<StepRecord['status'], 'running'>;

const MARKS: Readonly<Record<EndedStatus, string>> = { completed: '✓', cached: '=', failed: '✗' };
const COLORS: Readonly<Record<EndedStatus, number>> = { completed: 32, cached: 36, failed: 31 };
const MAX_TABLES = 3;

/** An attempt that ended: how, how long it took, the rows that it gave, which attempt it was, and what was wrong. */
export function stepLine(step: StepRecord, style: LineStyle): string {
  const { key, status, attempt, startedAtMs, endedAtMs = startedAtMs, error } = step;
  const word = status === 'running' ? 'failed' : status; // an attempt that ended without saying so
  const facts = [rowsOf(step), attempt > 0 ? `attempt ${attempt + 1}` : '', error?.message ?? ''];
  return line(key, word, endedAtMs - startedAtMs, facts, style);
}

/** The items of a map in one line. */
export function itemsLine({ node, count, cachedCount, startedAtMs, endedAtMs }: MapItems, style: LineStyle): string {
  const word = cachedCount === count ? 'cached' : 'completed';
  const cached = word === 'completed' && cachedCount > 0 ? `, ${number(cachedCount)} cached` : '';
  return line(
    node,
    word,
    endedAtMs - startedAtMs,
    [`${number(count)} ${count === 1 ? 'item' : 'items'}${cached}`],
    style,
  );
}

function line(name: string, word: EndedStatus, durationMs: number, facts: readonly string[], style: LineStyle): string {
  const mark = style.hasColor ? `\u001B[${COLORS[word]}m${MARKS[word]}\u001B[0m` : MARKS[word];
  const time = formatDuration(durationMs).padStart(8);
  return [`${mark} ${name.padEnd(style.width)}`, word.padEnd(9), time, ...facts.filter(Boolean)].join('  ');
}

/** Rows of the tables that a step gave: `20,000 rows`, or of several `train 16,059, test 3,941 rows`. */
function rowsOf({ outputs }: StepRecord): string {
  const tables = Object.entries(outputs?.artifacts ?? {}).flatMap(([name, { type, count }]) =>
    type === 'table' && count !== undefined ? [{ name, count }] : [],
  );
  if (tables.length === 0) return '';
  if (tables.length === 1) return `${number(tables[0]!.count)} ${tables[0]!.count === 1 ? 'row' : 'rows'}`;
  const shown = tables.slice(0, MAX_TABLES).map(({ name, count }) => `${name} ${number(count)}`);
  return `${shown.join(', ')}${tables.length > MAX_TABLES ? ', …' : ''} rows`;
}

/** `20,000`; by hand, because loading the rules of all languages takes as long as a step. */
function number(count: number): string {
  return String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
