import type { ColumnProfile, Distinct, NumberProfile, Profile, TextProfile } from '../../data/profile/profile.ts';
import { formatColumns } from './format-columns.ts';
import { formatNumber } from './format-number.ts';

const SHOWN_QUANTILES = [0.05, 0.5, 0.95];
const SHOWN_TEXTS = 3;
/** The columns of the missing and of the different values. */
const COUNTS = [2, 3];
const MAX_TEXT_LENGTH = 24;

/** A profile for people: a line a column, numbers and times first, then texts. */
export function formatProfile({ rowCount, columns }: Profile): string {
  const [numbers, texts] = [columns.filter(isNumbers), columns.filter(isTexts)];
  const quantiles = SHOWN_QUANTILES.map((share) => `${share * 100} %`);
  const numberHeading = ['column', 'kind', 'missing', 'different', 'min', ...quantiles, 'max', 'mean'];
  const sections = [
    `${rowCount} rows, ${columns.length} columns\n`,
    numbers.length > 0 && formatColumns(numberHeading, numbers.map(numberRow), numberHeading.keys().drop(2).toArray()),
    texts.length > 0 &&
      formatColumns(['column', 'kind', 'missing', 'different', 'most frequent'], texts.map(textRow), COUNTS),
  ];
  return sections.filter(Boolean).join('\n');
}

function numberRow({ quantiles, min, max, mean, ...column }: NumberProfile): string[] {
  const format = (value: number | null | undefined) => formatValue(column.kind, value);
  const shown = SHOWN_QUANTILES.map((share) => quantiles.find((quantile) => quantile.share === share)?.value);
  return [...commonCells(column), format(min), ...shown.map(format), format(max), format(mean)];
}

function textRow({ frequent, ...column }: TextProfile): string[] {
  const shown = frequent.slice(0, SHOWN_TEXTS).map(({ value, count }) => `${shorten(value)} (${count})`);
  return [...commonCells(column), shown.join(', ')];
}

function commonCells({
  name,
  kind,
  nulls,
  distinct,
}: Pick<ColumnProfile, 'name' | 'kind' | 'nulls' | 'distinct'>): string[] {
  return [name, kind, String(nulls), formatDistinct(distinct)];
}

function formatDistinct(distinct: Distinct): string {
  return 'count' in distinct ? String(distinct.count) : `> ${distinct.moreThan}`;
}

function formatValue(kind: NumberProfile['kind'], value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  return kind === 'time' ? new Date(value).toISOString().slice(0, 16).replace('T', ' ') : formatNumber(value);
}

/** On one line, so that a table stays one. */
function shorten(text: string): string {
  const line = JSON.stringify(text).slice(1, -1);
  return line.length > MAX_TEXT_LENGTH ? `${line.slice(0, MAX_TEXT_LENGTH - 1)}…` : line;
}

function isNumbers(column: ColumnProfile): column is NumberProfile {
  return column.kind !== 'text';
}

function isTexts(column: ColumnProfile): column is TextProfile {
  return column.kind === 'text';
}
