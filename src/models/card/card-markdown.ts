import type { CardFeature, CardMetric, ModelCard } from './model-card.ts';

/** Features of the least effect are left out of the text; the card has them all. */
const MAX_FEATURES = 20;

/** A card as Markdown, for a pull request or a wiki. */
export function cardMarkdown(card: ModelCard): string {
  const parts = [
    `# ${card.name}`,
    card.purpose,
    `Trained by ${card.trainer.name} on ${card.rows.train} rows, measured on ${card.rows.test} others.`,
    '## Metrics',
    metricTable(card),
    '## Inputs',
    table(
      ['column', 'kind', 'may be missing'],
      card.inputs.map(({ name, kind, nullable }) => [name, kind, nullable ? 'yes' : 'no']),
    ),
    '## Features',
    featureTable(card.features),
    '## Residuals',
    'Actual less predicted, on the test rows.',
    table(
      ['share of rows below', 'residual'],
      card.residuals.map(({ share, value }) => [`${share * 100} %`, rounded(value)]),
    ),
    '## Limits',
    card.limits.map((limit) => `- ${limit}`).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function metricTable({ metrics, champion }: ModelCard): string {
  const versus = champion === undefined ? [] : [`version ${champion}`, 'better by'];
  return table(
    ['metric', 'model', '95 % interval', 'baseline', ...versus],
    metrics.map((metric) => [
      metric.name,
      rounded(metric.value),
      interval(metric.lower, metric.upper),
      rounded(metric.baseline),
      ...(champion === undefined ? [] : againstChampion(metric)),
    ]),
  );
}

function againstChampion({ champion, gain }: CardMetric): string[] {
  const by = gain === undefined ? '' : `${rounded(gain.value)} ${interval(gain.low, gain.high)}`;
  return [champion === undefined ? '' : rounded(champion), by];
}

function featureTable(features: readonly CardFeature[]): string {
  const rows = features
    .slice(0, MAX_FEATURES)
    .map((feature) => [
      feature.column,
      rounded(feature.effect),
      rounded(feature.coefficient),
      rounded(feature.mean),
      interval(feature.min, feature.max),
      String(feature.missing),
    ]);
  const rest = features.length - rows.length;
  const shown = table(['column', 'effect of one deviation', 'coefficient', 'mean', 'range', 'missing'], rows);
  return rest > 0 ? `${shown}\n\nand ${rest} of less effect.` : shown;
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(header), `|${' --- |'.repeat(header.length)}`, ...rows.map(line)].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(escaped).join(' | ')} |`;
}

/** A name may hold what Markdown takes for a border. */
function escaped(cell: string): string {
  return cell.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function interval(low: number, high: number): string {
  return `[${rounded(low)}, ${rounded(high)}]`;
}

/** To four significant digits. */
function rounded(value: number): string {
  return String(Number(value.toPrecision(4)));
}
