const BASELINE = 'baseline.';

/** Metrics a line each, beside those of the same name under `baseline.`. */
export function formatMetrics(metrics: Readonly<Record<string, number>>): string {
  const names = Object.keys(metrics).filter((name) => !name.startsWith(BASELINE));
  if (names.length === 0) return '';
  const width = Math.max('metric'.length, ...names.map((name) => name.length));
  const hasBaseline = names.some((name) => BASELINE + name in metrics);
  const row = (name: string, value: string, baseline: string) =>
    `  ${name.padEnd(width)}  ${value.padStart(12)}${hasBaseline ? `  ${baseline.padStart(12)}` : ''}`.trimEnd();
  const rows = names.map((name) => row(name, formatValue(metrics[name]), formatValue(metrics[BASELINE + name])));
  return [row('metric', 'model', 'baseline'), ...rows].join('\n');
}

function formatValue(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isInteger(value) ? String(value) : value.toPrecision(6);
}
