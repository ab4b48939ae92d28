import { formatNumber } from './format-number.ts';

const BASELINE = 'baseline.';
const BOUND = /\.(?:lower|upper)$/;

/** Metrics a line each, with their intervals, beside those of the same name under `baseline.`. */
export function formatMetrics(metrics: Readonly<Record<string, number>>): string {
  const names = Object.keys(metrics).filter((name) => !name.startsWith(BASELINE) && !BOUND.test(name));
  if (names.length === 0) return '';
  const width = Math.max('metric'.length, ...names.map((name) => name.length));
  const hasBaseline = names.some((name) => BASELINE + name in metrics);
  const row = (name: string, value: string, baseline: string, interval: string) =>
    `  ${name.padEnd(width)}  ${value.padStart(12)}${hasBaseline ? `  ${baseline.padStart(12)}` : ''}  ${interval}`.trimEnd();
  const rows = names.map((name) =>
    row(name, formatValue(metrics[name]), formatValue(metrics[BASELINE + name]), formatInterval(metrics, name)),
  );
  const hasIntervals = names.some((name) => formatInterval(metrics, name) !== '');
  return [row('metric', 'model', 'baseline', hasIntervals ? '95 % interval' : ''), ...rows].join('\n');
}

function formatInterval(metrics: Readonly<Record<string, number>>, name: string): string {
  const [lower, upper] = [metrics[`${name}.lower`], metrics[`${name}.upper`]];
  return lower === undefined || upper === undefined ? '' : `[${formatValue(lower)}, ${formatValue(upper)}]`;
}

function formatValue(value: number | undefined): string {
  return value === undefined ? '' : formatNumber(value);
}
