import type { ComparedMetric, Comparison, MeasuredValue } from '../../runs/compare/comparison.ts';
import type { RunSource } from '../../tracking/run-record.ts';
import { formatColumns } from './format-columns.ts';
import { formatDuration } from './format-duration.ts';
import { formatMarkdownTable } from './format-markdown-table.ts';
import { formatNumber } from './format-number.ts';

type Table = typeof formatColumns;

/** Two runs side by side for a terminal, or in Markdown for a pull request. */
export function formatComparison(comparison: Comparison, form: 'text' | 'markdown'): string {
  const table = form === 'markdown' ? formatMarkdownTable : formatColumns;
  const { runs, parameters, sameParameters, code, metrics } = comparison;
  const ids = runs.map(({ id }) => id.slice(0, 12));
  const sections = [
    table(['', ...ids], runRows(comparison)),
    parameters.length === 0
      ? `No parameter differs (${sameParameters} the same).\n`
      : table(
          ['parameter', ...ids],
          parameters.map(({ name, values }) => [name, ...values.map((value) => value ?? '')]),
        ),
    code.length === 0 ? 'The code of the steps that both ran is the same.\n' : `Code differs in: ${code.join(', ')}.\n`,
    metrics.length > 0 && metricsTable(table, ids, metrics),
  ];
  return sections.filter(Boolean).join('\n');
}

function runRows({ runs }: Comparison): string[][] {
  return [
    ['pipeline', ...runs.map(({ pipeline }) => pipeline)],
    ['status', ...runs.map(({ status }) => status)],
    ['duration', ...runs.map(({ durationMs }) => (durationMs === null ? '' : formatDuration(durationMs)))],
    ...(runs.some(({ source }) => source) ? [['commit', ...runs.map(({ source }) => commitOf(source))]] : []),
  ];
}

function commitOf(source: RunSource | null): string {
  return source === null ? '' : source.commit.slice(0, 12) + (source.dirty ? ' (changed)' : '');
}

function metricsTable(table: Table, ids: readonly string[], metrics: readonly ComparedMetric[]): string {
  const widths = [0, 1].map((side) => Math.max(...metrics.map(({ values }) => intervalOf(values[side]).length)));
  const rows = metrics.map(({ name, values, difference }) => [
    name,
    ...values.map((value, side) => measured(value, widths[side]!)),
    difference === null ? '' : signed(difference),
  ]);
  return table(['metric', ...ids, 'difference'], rows, [1, 2, 3]);
}

/** With room for the widest interval of its column, so that the numbers before them end at one place. */
function measured(value: MeasuredValue | null, intervalWidth: number): string {
  return value === null ? '' : formatNumber(value.value) + intervalOf(value).padEnd(intervalWidth);
}

function intervalOf(value: MeasuredValue | null | undefined): string {
  const { lower, upper } = value ?? {};
  return lower === undefined || upper === undefined ? '' : ` [${formatNumber(lower)}, ${formatNumber(upper)}]`;
}

function signed(value: number): string {
  return value > 0 ? `+${formatNumber(value)}` : formatNumber(value);
}
